import { css } from 'lit';

/** How a tag is hidden: by its attribute, as a popover, and for a search in the page alone. */
export const hiddenStyles = css`
  :host([hidden]:not([hidden='until-found' i])) {
    display: none !important;
  }

  :host([popover]:not(:popover-open)) {
    display: none;
  }

  :host([hidden='until-found' i]) {
    content-visibility: hidden;
  }
`;

/** Text for assistive technology alone. */
export const saidStyles = css`
  .said {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/**
 * A name, and a smaller line below it, each of which ends in an ellipsis. Letters of many scripts are
 * taller than a line of the design, and what is hidden at its end would be hidden above and below it,
 * too: hence the padding. Heights of lines are a trace above whole pixels everywhere, since Safari
 * rounds them down.
 */
export const wordsStyles = css`
  .name,
  .line {
    max-inline-size: 100%;
    padding-block: 5px;
    margin-block: -5px;
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
    line-height: 1.3847;
  }
`;
