import { css } from 'lit';
import { wordsStyles } from '../common.styles.js';
import { avatarStyles } from './avatar.styles.js';

/** The rows of a list; colours and sizes come from its frame. */
export const styles = css`
  ${avatarStyles}

  /* A row has no background of its own until it is hovered or selected. */
  .row {
    --_row: var(--_surface);
    position: absolute;
    inset-inline: 4px;
    display: flex;
    align-items: center;
    gap: 12px;
    box-sizing: border-box;
    block-size: var(--_row-height);
    padding-inline: 12px;
    border-radius: 10px;
    /* Without paint, whose clip for each row would slow down every paint. */
    contain: size layout style;
    cursor: default;
  }

  @media (hover: hover) {
    .row:hover {
      background: var(--_row);
      --_row: var(--_hover);
    }
  }

  .row.selected {
    background: var(--_row);
    --_row: var(--_selected);
  }

  /* The selected row is known by more than a tint: a border is printed and forced, too. */
  .row.selected::before {
    content: '';
    position: absolute;
    inset-block: 10px;
    inset-inline-start: 0;
    border-inline-start: 3px solid var(--_accent);
    border-radius: 2px;
  }

  .by-keys:focus .selected.active::before {
    inset-inline-start: 4px;
  }

  .by-keys:focus .active {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }

  /* Clips the content that a page renders. */
  .own-row {
    contain: strict;
  }

  /* Fields in a row of the page: Safari takes no text where none can be selected. */
  .own :is(input, textarea, [contenteditable]) {
    user-select: text;
    -webkit-user-select: text;
  }

  .own,
  .words {
    flex: 1;
    min-inline-size: 0;
  }

  .words {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
  }

  ${wordsStyles}

  .line:empty,
  .one-line .line {
    display: none;
  }

  @media (forced-colors: active) {
    .row.selected {
      --_row: SelectedItem;
      forced-color-adjust: none;
      color: SelectedItemText;
    }

    /* Within the row, where it has the colour of the list. */
    .row.selected::before {
      inset-inline-start: 4px;
      border-color: currentColor;
    }

    .selected .line {
      color: inherit;
    }

    .by-keys:focus .active:not(.selected) {
      outline-color: Highlight;
    }

    .by-keys:focus .selected {
      outline-color: currentColor;
    }
  }
`;
