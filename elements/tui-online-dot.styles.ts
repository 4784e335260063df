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

  /* Its size where the page's custom property is no length. */
  .dot {
    contain: size;
    contain-intrinsic-size: 12px 12px;
  }

  .dot.stale {
    position: relative;
  }

  .dot.stale::before {
    position: absolute;
    inset: 0;
  }
`;
