import { css } from './css.js';

/** The two lines of a conversation: what stands at their ends never shrinks. */
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

  .time,
  .draft,
  .unread,
  .icon {
    flex: none;
  }

  /* Not at the end of the line, whose end is that of its own script. */
  .time,
  .line + .icon,
  [hidden] + .unread {
    margin-inline-start: auto;
  }

  .time,
  .draft {
    color: var(--_second);
    font-size: max(13px, 0.8125rem);
    line-height: 1.3846;
  }

  .draft {
    /* As far from the text as a space is wide. */
    margin-inline-end: -2px;
    color: var(--_accent);
  }

  .icon {
    align-self: center;
    inline-size: 0.9375em;
    block-size: 0.9375em;
    color: var(--_second);
  }

  /* The drawing is narrower than its box: it ends where the time does. */
  .line + .icon {
    margin-inline-end: -3px;
  }

  .icon[hidden],
  .draft:empty,
  .unread:empty {
    display: none;
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
    /* A count that made its line taller would move the name. */
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

  @media (forced-colors: active) {
    .unread {
      forced-color-adjust: none;
      color: Canvas;
      background: CanvasText;
    }

    .selected :is(.time, .draft, .icon) {
      color: inherit;
    }
  }
`;
