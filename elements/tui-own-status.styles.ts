import { css } from 'lit';
import { wordsStyles } from './common.styles.js';
import { styles as formStyles } from './own-status/form.styles.js';
import { styles as panelStyles } from './own-status/panel.styles.js';

/**
 * The button. It stands on the page's own background, and so has the colour of the page's text; what
 * it opens has colours of its own.
 */
const buttonStyles = css`
  .box {
    display: flex;
    flex: 1 1 auto;
    box-sizing: border-box;
    min-inline-size: 0;
    max-inline-size: 320px;
  }

  button {
    margin: 0;
    border: 1px solid transparent;
    border-radius: 10px;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  button:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }

  button:disabled {
    cursor: default;
  }

  .button {
    display: flex;
    flex: 1 1 auto;
    align-items: center;
    gap: 12px;
    box-sizing: border-box;
    min-inline-size: 0;
    padding: 7px 11px;
    background: none;
  }

  .button[aria-expanded='true'] {
    background: color-mix(in srgb, currentColor 7%, transparent);
  }

  @media (hover: hover) {
    .button:hover:enabled {
      background: color-mix(in srgb, currentColor 7%, transparent);
    }
  }

  .button:disabled .letters {
    /* The second colour is made of it. */
    color: inherit;
    background: color-mix(in srgb, var(--_second) 40%, transparent);
  }

  .words {
    display: flex;
    flex: 1;
    flex-direction: column;
    align-items: flex-start;
    min-inline-size: 0;
  }

  ${wordsStyles}

  .name:empty {
    display: none;
  }

  /* An angle that points downwards. */
  .arrow {
    flex: none;
    box-sizing: border-box;
    inline-size: 8px;
    block-size: 8px;
    margin-block-start: -4px;
    border: solid var(--_second);
    border-width: 0 1.5px 1.5px 0;
    transform: rotate(45deg);
  }

  .button:disabled .arrow {
    display: none;
  }

  @media (forced-colors: active) {
    .button {
      border-color: ButtonBorder;
      color: ButtonText;
      background: ButtonFace;
    }

    .line {
      color: inherit;
    }

    .button:disabled {
      color: GrayText;
    }

    .arrow {
      border-color: ButtonText;
    }
  }

  @media print {
    .arrow {
      display: none;
    }
  }
`;

export const styles = [buttonStyles, formStyles, panelStyles];
