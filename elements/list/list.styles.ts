import { css } from 'lit';
import { hiddenStyles, saidStyles } from '../common.styles.js';

/**
 * The frame of a list. What a page writes on the tag places it and never empties it: the tag only
 * has defaults, and the size and the structure are those of two boxes in it. The box adapts to what
 * the page has made of the tag, `adaptToHost` naming what CSS cannot select; the frame is as tall as
 * the box, or else as its rows, up to a maximum.
 *
 * Text sizes follow the user's, but are never below those of the design.
 */
export const styles = css`
  :host {
    --_surface: var(--tui-color-surface, light-dark(#fff, #14181f));
    --_hover: var(--tui-color-hover, light-dark(#f3f5f9, #1d232d));
    --_selected: var(--tui-color-selected, light-dark(#e4eefe, #1b2f4f));
    --_text: var(--tui-color-text, light-dark(#12161f, #f2f5fa));
    --_second: var(--tui-color-second, light-dark(#566070, #a3adbd));
    --_accent: var(--tui-color-accent, light-dark(#1257d6, #7fb0ff));
    display: flex;
    flex-direction: column;
    box-sizing: border-box;
    min-inline-size: 0;
    min-block-size: 0;
    /* Where the page contains the size of the tag. */
    contain-intrinsic-size: 320px 400px;
    writing-mode: horizontal-tb;
    color: var(--_text);
    background: var(--_surface);
  }

  /* Alone in a parent that has a height. */
  :host(:only-child:state(in-flow)) {
    block-size: 100%;
  }

  ${hiddenStyles}

  :host([hidden='until-found' i]) {
    contain-intrinsic-size: none;
  }

  /* Nothing is inherited but colours, the language and what hides or disables. */
  .box,
  .sizes {
    all: initial;
    color: inherit;
    color-scheme: inherit;
    scrollbar-color: inherit;
    forced-color-adjust: inherit;
    font-family: var(--tui-font, system-ui, sans-serif);
    font-size: max(15px, 0.9375rem);
    line-height: 1.3334;
    -webkit-font-smoothing: inherit;
    -webkit-locale: inherit;
    -webkit-text-size-adjust: inherit;
    text-size-adjust: inherit;
    visibility: inherit;
    pointer-events: inherit;
    -webkit-tap-highlight-color: transparent;
    /* Letters, counts and dots are backgrounds. */
    -webkit-print-color-adjust: exact;
    print-color-adjust: exact;
  }

  .box {
    --_avatar: 40px;
    /* Whole pixels, for sharp edges. */
    --_dot: var(--tui-online-dot-size, max(10px, round(var(--_avatar) * 0.3, 1px)));
    --_row-height: 60px;
    --_heading-height: 32px;
    --_max: 400px;
    display: grid;
    flex: 1 1 auto;
    /* 320 px wide where the page asks for a width, without a minimum that would widen a grid. */
    grid-template: minmax(0, 1fr) / minmax(0, 320px) minmax(0, 1fr);
    place-self: stretch;
    box-sizing: border-box;
    inline-size: 100%;
    min-inline-size: 0;
    block-size: 100%;
    min-block-size: inherit;
    max-block-size: inherit;
    border-radius: inherit;
    break-inside: avoid;
  }

  .box.in-text,
  :host([popover]) .box {
    block-size: auto;
  }

  .box.in-vertical {
    min-block-size: var(--_max);
  }

  .box.in-grid {
    grid-area: 1 / 1 / -1 / -1;
  }

  .frame {
    grid-column: 1 / -1;
    display: flex;
    flex-direction: column;
    position: relative;
    isolation: isolate;
    contain: inline-size;
    min-inline-size: 0;
    block-size: 100%;
    max-block-size: var(--_max);
    /* Wins over the maximum wherever the box has a height. */
    min-block-size: 100%;
    border-radius: inherit;
  }

  .frame > * {
    flex: none;
  }

  .frame > .list {
    flex: 1 1 auto;
  }

  .list {
    position: relative;
    contain: layout paint style;
    min-block-size: 0;
    overflow: hidden auto;
    scrollbar-width: thin;
    overflow-anchor: none;
    /* A swipe that reaches an end does not scroll the page. */
    overscroll-behavior: contain;
    border-radius: inherit;
    outline: none;
    user-select: none;
    -webkit-user-select: none;
    /* A long press opens no other menu. */
    -webkit-touch-callout: none;
  }

  /* What ListMeasures reads: a value that is no length leaves the height of the content. */
  .sizes {
    position: absolute;
    display: block;
    inline-size: 0;
    /* No size, of which a percentage would be something. */
    max-block-size: 0;
    overflow: hidden;
    visibility: hidden;
    pointer-events: none;
  }

  .sizes > ::before {
    content: '';
    display: block;
    block-size: 999999px;
  }

  .size-avatar {
    block-size: var(--tui-avatar-size, auto);
  }

  .size-dot {
    block-size: var(--tui-online-dot-size, auto);
  }

  .size-row {
    block-size: var(--tui-row-height, auto);
  }

  .size-max {
    block-size: var(--tui-list-max-height, auto);
  }

  .size-default-row {
    block-size: max(60px, 3.75rem);
  }

  .size-heading {
    block-size: max(32px, 2rem);
  }

  .sizes > :is(.size-name, .size-line)::before {
    content: 'X';
    block-size: auto;
  }

  .size-line {
    font-size: max(13px, 0.8125rem);
    line-height: 1.3847;
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
    line-height: 1.3334;
    white-space: nowrap;
  }

  /* Rows would be seen through it. */
  .see-through .group {
    position: relative;
    background: none;
  }

  .label {
    /* As in wordsStyles. */
    padding-block: 5px;
    margin-block: -5px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: pre;
  }

  ${saidStyles}
`;
