import { css } from '../css.js';

/** The rows of a list; colours and sizes come from its frame. */
export const styles = css`
  /* A row is painted as what lies behind it until there is something to tell. */
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
    /* Not paint: a clip for each row would make every paint dearer. */
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

  .by-keys:focus .active {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }

  /* What lies on another here is moved there by its margin: what has a position is a layer of its
     own, and one for each row takes a tenth of a paint. In a flex box what comes last is on top. */
  .avatar {
    display: flex;
    flex-direction: column;
    flex: none;
    inline-size: var(--_avatar);
    block-size: var(--_avatar);
  }

  .letters,
  .picture {
    inline-size: 100%;
    block-size: 100%;
    border-radius: 50%;
  }

  /* Nothing is clipped here either. */
  .letters {
    display: grid;
    place-content: center;
    color: #fff;
    font-size: calc(var(--_avatar) * 0.35);
    font-weight: 600;
    line-height: 1;
    white-space: nowrap;
  }

  .letters::before {
    content: attr(data-letters);
    /* Capitals in the very middle, where the browser can. */
    text-box: trim-both cap alphabetic;
  }

  .picture {
    margin-block-start: calc(-1 * var(--_avatar));
    object-fit: cover;
  }

  .avatar:not(.loaded) .picture {
    opacity: 0;
  }

  .loaded .letters {
    visibility: hidden;
  }

  .color-0 {
    background: #4f62d6;
  }

  .color-1 {
    background: #a8497d;
  }

  .color-2 {
    background: #1d7a82;
  }

  .color-3 {
    background: #87621f;
  }

  .color-4 {
    background: #4c772f;
  }

  .color-5 {
    background: #7a54c4;
  }

  .color-6 {
    background: #ad5130;
  }

  .color-7 {
    background: #476f96;
  }

  .dot {
    --tui-online-dot-size: var(--_dot);
    --tui-online-dot-ring: var(--_row);
    align-self: end;
    margin-block-start: calc(-1 * var(--_dot));
  }

  /* While a picture fades in it is above all that has no position. */
  .picture + .dot {
    position: relative;
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

  .name,
  .line {
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: pre;
  }

  .name {
    font-weight: 500;
  }

  .line {
    color: var(--_second);
    font-size: max(13px, 0.8125rem);
    line-height: 1.3846;
  }

  .line:empty {
    display: none;
  }

  @media (prefers-reduced-motion: no-preference) {
    .picture {
      transition: opacity 120ms;
    }

    .loaded .letters {
      transition: visibility 120ms;
    }
  }

  @media (forced-colors: active) {
    .letters {
      box-sizing: border-box;
      border: 1px solid;
      color: CanvasText;
      /* In a selected row no colour is forced. */
      background: Canvas;
    }

    .row.selected {
      --_row: SelectedItem;
      forced-color-adjust: none;
      color: SelectedItemText;
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
