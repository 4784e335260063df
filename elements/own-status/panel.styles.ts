import { css } from 'lit';

/** What opens below the button: the menu, the field for words of one's own, and the error. */
export const styles = css`
  .panel,
  .notice {
    --_surface: var(--tui-color-surface, light-dark(#fff, #14181f));
    --_hover: var(--tui-color-hover, light-dark(#f3f5f9, #1d232d));
    --_text: var(--tui-color-text, light-dark(#12161f, #f2f5fa));
    --_second: var(--tui-color-second, light-dark(#566070, #a3adbd));
    --_bad: light-dark(#b3202b, #ff8b91);
    display: none;
    position: fixed;
    inset: auto;
    z-index: 2147483647;
    box-sizing: border-box;
    inline-size: max-content;
    min-inline-size: min(264px, 100vi - 16px);
    max-inline-size: min(360px, 100vi - 16px);
    block-size: auto;
    max-block-size: var(--_room, none);
    margin: 0;
    padding: 4px;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    border: 1px solid color-mix(in srgb, var(--_second) 28%, transparent);
    border-radius: 14px;
    color: var(--_text);
    background: var(--_surface);
    box-shadow:
      0 1px 2px rgb(0 0 0 / 0.1),
      0 8px 28px rgb(0 0 0 / 0.18);
    outline: none;
    cursor: default;
  }

  .shown {
    display: block;
  }

  .group + .group {
    margin-block-start: 4px;
    padding-block-start: 4px;
    border-block-start: 1px solid color-mix(in srgb, var(--_second) 20%, transparent);
  }

  .heading {
    padding: 6px 12px 2px;
    color: var(--_second);
    font-size: max(12px, 0.75rem);
    font-weight: 600;
    line-height: 1.3334;
  }

  .item {
    --_row: var(--_surface);
    --tui-online-dot-size: 12px;
    --tui-online-dot-ring: var(--_row);
    display: flex;
    align-items: center;
    gap: 12px;
    box-sizing: border-box;
    min-block-size: 36px;
    padding: 8px 12px;
    border-radius: 10px;
    outline: none;
    user-select: none;
    -webkit-user-select: none;
    cursor: pointer;
  }

  /* The item under the pointer has the focus. */
  .item:focus {
    --_row: var(--_hover);
    background: var(--_row);
  }

  .item:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }

  .no-dot {
    flex: none;
    inline-size: 12px;
  }

  .text {
    flex: 1 1 auto;
    min-inline-size: 0;
    overflow-wrap: anywhere;
    /* Chromium and Safari know it by this name alone. */
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  /* The hint shrinks, and the text has lines only where it is long itself. */
  .text:has(+ .hint) {
    flex-shrink: 0;
    max-inline-size: 60%;
  }

  .hint {
    flex: 0 1 auto;
    min-inline-size: 0;
    /* As in wordsStyles. */
    padding-block: 5px;
    margin-block: -5px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: pre;
    color: var(--_second);
    font-size: max(13px, 0.8125rem);
    line-height: 1.3847;
  }

  .check {
    flex: none;
    box-sizing: border-box;
    inline-size: 7px;
    block-size: 12px;
    margin-block-start: -3px;
    margin-inline-end: 3px;
    border: solid var(--_accent);
    border-width: 0 2px 2px 0;
    transform: rotate(45deg);
  }

  @media (pointer: coarse) {
    .item,
    .buttons button {
      min-block-size: 44px;
    }
  }

  @media (prefers-contrast: more) {
    .panel,
    .notice,
    input,
    select {
      border-color: var(--_second);
    }
  }

  @media (forced-colors: active) {
    .panel,
    .notice {
      border-color: CanvasText;
    }

    .item:focus {
      --_row: SelectedItem;
      forced-color-adjust: none;
      color: SelectedItemText;
      background: SelectedItem;
      outline: none;
    }

    .item:focus .hint {
      color: inherit;
    }

    .check {
      border-color: currentColor;
    }

    .primary {
      border-color: ButtonBorder;
      color: ButtonText;
      background: ButtonFace;
    }

    .primary:disabled {
      color: GrayText;
    }
  }

  @media print {
    .shown {
      display: none;
    }
  }
`;
