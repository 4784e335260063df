import { css } from 'lit';

/** A picture, a name and a status in a line; or a name and a dot that belong to the text around. */
export const styles = css`
  /* Text is laid out with the text around it, and may continue on the next line. */
  :host([view='name']) {
    display: inline;
    vertical-align: baseline;
  }

  .line,
  .picture-only {
    display: inline-flex;
    vertical-align: middle;
  }

  .line {
    flex: none;
    align-items: center;
    gap: 12px;
    /* A picture and some letters are seen wherever the page has no room for a person. */
    max-inline-size: max(100%, calc(var(--_avatar) + 48px));
  }

  .picture-only {
    flex: none;
    border-radius: 50%;
  }

  .words {
    position: relative;
    display: flex;
    flex: 0 1 auto;
    flex-direction: column;
    align-items: flex-start;
    min-inline-size: 0;
  }

  .line :is(.name, .word, .own) {
    min-inline-size: 0;
    max-inline-size: 100%;
    /* As in wordsStyles. */
    padding-block: 5px;
    margin-block: -5px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: pre;
  }

  .line .name {
    font-weight: 500;
  }

  .status {
    display: flex;
    max-inline-size: 100%;
    /* The name stays in its place until the status is known. */
    min-block-size: 1.3847em;
    color: var(--_second);
    font-size: max(13px, 0.8125rem);
    line-height: 1.3847;
  }

  /* The user's own words end where their own script ends, and before the status does. */
  .word {
    flex: none;
  }

  .text {
    --_tui-dot: var(--tui-online-dot-size, max(8px, round(0.6em, 1px)));
    overflow-wrap: anywhere;
    -webkit-print-color-adjust: exact;
    print-color-adjust: exact;
  }

  .tail {
    white-space: nowrap;
  }

  .text .dot {
    --tui-online-dot-size: var(--_dot);
    margin-inline-start: 0.3em;
    vertical-align: baseline;
  }
`;
