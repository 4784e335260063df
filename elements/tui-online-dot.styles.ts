import { css } from 'lit';
import { hiddenStyles } from './common.styles.js';
import { dotStyles } from './dot.styles.js';

/** The tag only has defaults: the size is that of the dot in it, whatever the page makes of the tag. */
export const styles = css`
  :host {
    display: inline-flex;
    flex: none;
    align-items: center;
    vertical-align: middle;
    line-height: 0;
  }

  ${hiddenStyles}

  /* Without a freshness there is nothing to show of a user, whatever display the page gives the dot. */
  :host([user-id]:not([freshness])) {
    display: none !important;
  }

  ${dotStyles}

  .dot {
    display: inline-grid;
    grid-template: 100% / 100%;
  }

  .dot::before,
  .dot::after {
    grid-area: 1 / 1;
  }

  /* The size of a dot whose custom property is no length. */
  .dot::after {
    content: '';
    inline-size: 12px;
    block-size: 12px;
  }
`;
