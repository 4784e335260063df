import { css } from 'lit';

/** The two lines of a conversation: time, count and marks at their ends never shrink. */
export const styles = css`
  .square :is(.letters, .picture) {
    border-radius: calc(var(--_avatar) * 0.3);
  }

  .pair {
    display: flex;
    align-items: baseline;
    gap: 6px;
    inline-size: 100%;
  }

  .pair + .pair {
    align-items: center;
  }

  .one-line .pair + .pair {
    display: none;
  }

  .time,
  .unread,
  .icon {
    flex: none;
  }

  .draft,
  .mention {
    min-inline-size: 0;
    /* As in wordsStyles. */
    padding-block: 5px;
    margin-block: -5px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: pre;
  }

  /* The message gives way first, then the word before it. */
  .pair > .line {
    flex-shrink: 9999;
  }

  /* The line itself ends where its own script ends. */
  .time,
  .line + .icon,
  [hidden] + .unread {
    margin-inline-start: auto;
  }

  .time,
  .draft,
  .mention {
    color: var(--_second);
    font-size: max(13px, 0.8125rem);
    line-height: 1.3847;
  }

  .draft {
    /* The gap to the text is as wide as a space. */
    margin-inline-end: -2px;
    color: var(--tui-color-warning, light-dark(#b42318, #ff8f85));
  }

  .mention {
    color: var(--_accent);
  }

  .icon {
    align-self: center;
    inline-size: 0.9375em;
    block-size: 0.9375em;
    color: var(--_second);
  }

  /* The drawing is narrower than its box; its end aligns with the end of the time. */
  .line + .icon {
    margin-inline-end: -3px;
  }

  .icon[hidden],
  .draft:empty,
  .mention:empty,
  .unread:empty {
    display: none;
  }

  /* Over the first rows, which keep their places. */
  .new {
    position: relative;
    z-index: 2;
    block-size: 0;
    text-align: center;
  }

  .new button {
    position: relative;
    inset-block-start: 8px;
    padding: 4px 14px;
    border: 1px solid transparent;
    border-radius: 1em;
    color: light-dark(#fff, #14181f);
    background: var(--_accent);
    font: inherit;
    font-size: max(13px, 0.8125rem);
    font-weight: 600;
    cursor: pointer;
  }

  svg {
    display: block;
    fill: none;
    stroke: currentColor;
    stroke-linecap: round;
    stroke-width: 1.4;
  }

  .unread {
    box-sizing: border-box;
    min-inline-size: 1.5em;
    /* Keeps the height of the line, so that a count does not move the name. */
    margin-block: -1px;
    padding-inline: 5px;
    border-radius: 1em;
    color: light-dark(#fff, #14181f);
    background: var(--_accent);
    font-size: max(12px, 0.75rem);
    font-weight: 600;
    line-height: 1.5;
    text-align: center;
  }

  .quiet {
    background: var(--_second);
  }

  .row:has(.unread:not(:empty)) .name {
    font-weight: 600;
  }

  .row:has(.unread:not(:empty)) .line {
    color: inherit;
  }

  @media (forced-colors: active) {
    .unread {
      forced-color-adjust: none;
      color: Canvas;
      background: CanvasText;
    }

    .draft,
    .selected :is(.time, .mention, .icon) {
      color: inherit;
    }
  }
`;
