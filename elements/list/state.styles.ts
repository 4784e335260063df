import { css } from 'lit';

/** What a list shows in place of its rows, and the notice below them. */
export const styles = css`
  .list:has(> .state) {
    display: grid;
    grid-template: 1fr / minmax(0, 1fr);
  }

  .list:has(> .state) > * {
    grid-area: 1 / 1;
  }

  .state {
    display: grid;
    place-content: center;
    min-block-size: 80px;
    box-sizing: border-box;
    padding: 24px;
    color: var(--_second);
    text-align: center;
    overflow-wrap: anywhere;
  }

  .empty {
    display: grid;
    justify-items: center;
    gap: 4px;
    max-inline-size: 32ch;
  }

  .empty svg {
    inline-size: 40px;
    block-size: 40px;
    margin-block-end: 4px;
    fill: none;
    stroke: currentColor;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 1.5;
    opacity: 0.7;
  }

  .empty-text {
    color: var(--_text);
    font-weight: 500;
  }

  .empty-help {
    font-size: max(13px, 0.8125rem);
    line-height: 1.3847;
  }

  /* As tall as the rows may become, with the padding around it. */
  .skeleton {
    inline-size: var(--_avatar);
    block-size: calc(var(--_max) - 48px);
  }

  /* There is nothing to scroll to. */
  .list:has(.skeleton) {
    scrollbar-width: none;
  }

  .skeleton::after {
    --_bone: color-mix(in srgb, var(--_second) 15%, #0000);
    content: '';
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

  .skeleton:dir(rtl)::after {
    transform: scaleX(-1);
  }

  /* In the middle of a list that shows nothing else. */
  .list:has(.state:empty) + .notices {
    position: absolute;
    inset: 0;
    inline-size: fit-content;
    block-size: fit-content;
    margin: auto;
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 12px;
    margin: 0 4px 4px;
    padding: 8px 12px;
    /* Visible in forced colours, where the background is not. */
    border: 1px solid transparent;
    border-radius: 10px;
    color: var(--_second);
    background: var(--_hover);
    font-size: max(13px, 0.8125rem);
    line-height: 1.3847;
  }

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

  @media (forced-colors: active) {
    .skeleton::after {
      --_bone: color-mix(in srgb, CanvasText 30%, #0000);
      /* Forced colours remove gradients. */
      forced-color-adjust: none;
    }
  }
`;
