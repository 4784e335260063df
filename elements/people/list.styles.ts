import { css } from '../css.js';

/** The frame of a list. Sizes of text follow the reader's, but not below the design's. */
export const styles = css`
  :host {
    --_surface: var(--tui-color-surface, light-dark(#fff, #14181f));
    --_hover: var(--tui-color-hover, light-dark(#f3f5f9, #1d232d));
    --_selected: var(--tui-color-selected, light-dark(#e4eefe, #1b2f4f));
    --_text: var(--tui-color-text, light-dark(#12161f, #f2f5fa));
    --_second: var(--tui-color-second, light-dark(#566070, #a3adbd));
    --_accent: var(--tui-color-accent, light-dark(#1257d6, #7fb0ff));
    --_row-height: var(--tui-row-height, max(60px, 3.75rem));
    --_heading-height: max(32px, 2rem);
    --_avatar: var(--tui-avatar-size, 40px);
    --_dot: var(--tui-online-dot-size, calc(var(--_avatar) * 0.3));
    position: relative;
    /* No flex box: its items would get nothing of the height from contain-intrinsic-size. */
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    box-sizing: border-box;
    block-size: 100%;
    min-block-size: 0;
    /* A size of its own, not that of thousands of rows, where the page gives it none. */
    contain: size;
    contain-intrinsic-size: 320px 400px;
    color: var(--_text);
    background: var(--_surface);
    font: 400 max(15px, 0.9375rem) / 1.3333 var(--tui-font, system-ui, sans-serif);
    /* Whatever the page does around the list. */
    text-align: start;
    white-space: normal;
    -webkit-tap-highlight-color: transparent;
  }

  :host([hidden]) {
    display: none;
  }

  .list {
    grid-area: 2 / 1;
    position: relative;
    contain: strict;
    overflow: hidden auto;
    scrollbar-width: thin;
    overflow-anchor: none;
    border-radius: inherit;
    outline: none;
    user-select: none;
    -webkit-user-select: none;
  }

  .probe {
    position: absolute;
    visibility: hidden;
    block-size: var(--_row-height);
    inline-size: var(--_heading-height);
  }

  .space {
    display: flow-root;
  }

  .window {
    position: sticky;
    overflow: clip;
  }

  .section {
    position: absolute;
    inset-inline: 0;
  }

  .group {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    justify-content: space-between;
    gap: 12px;
    box-sizing: border-box;
    block-size: var(--_heading-height);
    padding: 10px 16px 4px;
    color: var(--_second);
    background: var(--_surface);
    font-size: max(12px, 0.75rem);
    font-weight: 600;
    line-height: 1.3333;
    white-space: nowrap;
  }

  .label {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .state {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    padding: 24px;
    color: var(--_second);
    text-align: center;
    overflow-wrap: anywhere;
  }

  .skeleton {
    --_bone: color-mix(in srgb, var(--_second) 15%, #0000);
    position: absolute;
    inset: 0;
    background:
      radial-gradient(
          circle at calc(16px + var(--_avatar) / 2),
          var(--_bone) calc(var(--_avatar) / 2 - 0.5px),
          #0000 calc(var(--_avatar) / 2 + 0.5px)
        )
        0 4px / 100% var(--_row-height) repeat-y,
      linear-gradient(#0000 calc(50% - 12px), var(--_bone) 0 calc(50% - 1px), #0000 0)
        calc(28px + var(--_avatar)) 4px / 50% var(--_row-height) repeat-y,
      linear-gradient(#0000 calc(50% + 5px), var(--_bone) 0 calc(50% + 14px), #0000 0)
        calc(28px + var(--_avatar)) 4px / 35% var(--_row-height) repeat-y;
    mask: linear-gradient(#000, #0000 90%);
  }

  .skeleton:dir(rtl) {
    transform: scaleX(-1);
  }

  /* Where there is nothing else to be seen. */
  .list:has(.state:empty) + [role='status'] {
    grid-area: 2 / 1;
    place-self: center;
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 12px;
    margin: 0 4px 4px;
    padding: 8px 12px;
    /* Seen where a painted background is not. */
    border: 1px solid transparent;
    border-radius: 10px;
    color: var(--_second);
    background: var(--_hover);
    font-size: max(13px, 0.8125rem);
    line-height: 1.3846;
  }

  .notice a,
  .notice button {
    padding: 4px 0;
    border: 0;
    color: var(--_accent);
    background: none;
    font: inherit;
    font-weight: 500;
    text-decoration: underline;
    text-underline-offset: 2px;
    cursor: pointer;
  }

  .said {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    .skeleton {
      --_bone: color-mix(in srgb, CanvasText 30%, #0000);
      /* Else nothing is painted of a gradient. */
      forced-color-adjust: none;
    }
  }
`;
