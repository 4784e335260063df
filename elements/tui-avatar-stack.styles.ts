import { css } from 'lit';

/**
 * Pictures that overlap little more than their rings, so that initials stay readable. The gap around
 * each is cut out of the one before it, so that it shows the page's own background; the ring of a
 * picture says that the person is online.
 */
export const styles = css`
  .box {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    min-inline-size: 0;
    vertical-align: middle;
    /* Room for a ring, and a gap between it and the picture. */
    --_cell: calc(var(--_avatar) + 8px);
  }

  .people {
    display: flex;
    flex: none;
    align-items: center;
    /* Nothing below moves when the first people arrive. */
    min-block-size: var(--_cell);
  }

  .person {
    position: relative;
    flex: none;
    inline-size: var(--_cell);
    block-size: var(--_cell);
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: calc(var(--_cell) / 2);
    color: inherit;
    background: none;
    font: inherit;
    cursor: pointer;
    appearance: none;
  }

  .person + .person {
    margin-inline-start: calc(var(--_avatar) * -0.05 - 8px);
  }

  .person .letters {
    font-size: calc(var(--_avatar) * 0.32);
  }

  .person:focus {
    outline: none;
  }

  .person:focus-visible {
    z-index: 1;
    outline: 2px solid var(--_accent);
  }

  .ring {
    --_hole: calc(var(--_avatar) / 2 + 2px);
    --_next: calc(var(--_avatar) * 1.45 + 4px);
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    block-size: 100%;
    padding: 2px;
    border: 2px solid transparent;
    border-radius: inherit;
  }

  .person:has(+ .person) > .ring {
    mask: radial-gradient(
      circle at var(--_next) 50%,
      #0000 calc(var(--_hole) - 0.25px),
      #000 calc(var(--_hole) + 0.25px)
    );
  }

  .ring:dir(rtl) {
    --_next: calc(var(--_avatar) * -0.45 + 4px);
  }

  .person:has(+ :is(.online, .away, .busy)) > .ring {
    --_hole: calc(var(--_avatar) / 2 + 6px);
  }

  .online > .ring {
    border-color: var(--tui-online-color, light-dark(#0f9150, #3ad07f));
  }

  .away > .ring {
    border-color: var(--tui-color-away, light-dark(#a85d00, #f0a93b));
  }

  .busy > .ring {
    border-color: var(--tui-color-busy, light-dark(#cf2330, #ff6b72));
  }

  .stale > .ring {
    border-color: var(--tui-offline-color, light-dark(#737d8c, #8f9aab));
  }

  /* A dot would be under the next picture. */
  .with-dots > .person + .person {
    margin-inline-start: -4px;
  }

  .with-dots > .person > .ring {
    border-color: transparent;
    mask: none;
  }

  .more {
    inline-size: auto;
    min-inline-size: var(--_cell);
  }

  .number {
    display: grid;
    place-content: center;
    box-sizing: border-box;
    block-size: 100%;
    padding-inline: 6px;
    /* Visible in forced colours, where the background is not. */
    border: 1px solid transparent;
    border-radius: inherit;
    color: var(--_second);
    background: color-mix(in srgb, currentColor 14%, transparent);
    font-size: calc(var(--_avatar) * 0.33);
    font-weight: 600;
    line-height: 1;
    /* The sign stands before the number in every script. */
    direction: ltr;
    white-space: nowrap;
  }

  @media (hover: hover) {
    .more:hover .number {
      background: color-mix(in srgb, currentColor 24%, transparent);
    }
  }

  .count {
    color: var(--_second);
    font-size: max(13px, 0.8125rem);
    line-height: 1.3847;
  }

  .panel {
    position: fixed;
    inset: auto;
    box-sizing: border-box;
    inline-size: min(280px, 100vi - 16px);
    /* Browsers fit a popover to its content, and in WebKit a list that fills it has no height then. */
    block-size: auto;
    max-block-size: var(--_room, 400px);
    margin: 0;
    padding: 0;
    overflow: auto;
    border: 1px solid color-mix(in srgb, currentColor 16%, transparent);
    border-radius: 12px;
    color: var(--tui-color-text, light-dark(#12161f, #f2f5fa));
    background: var(--tui-color-surface, light-dark(#fff, #14181f));
    box-shadow: 0 8px 28px rgb(0 0 0 / 18%);
    z-index: 2147483647;
  }

  .panel:not(.shown) {
    display: none;
  }

  .panel.shown {
    display: block;
  }

  .panel > tui-contact-list {
    --tui-list-max-height: min(400px, var(--_room, 400px) - 2px);
    border-radius: inherit;
  }

  @media (forced-colors: active) {
    .ring {
      border-color: Canvas;
    }

    .people:not(.with-dots) > :is(.online, .away, .busy) > .ring {
      border-color: ButtonText;
    }

    .with-dots > .person > .ring {
      border-color: Canvas;
    }
  }
`;
