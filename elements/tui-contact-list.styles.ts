import { css } from './css.js';

/** The search field, and what it found. */
export const styles = css`
  .field {
    position: relative;
    display: block;
    padding: 12px 12px 4px;
  }

  input {
    box-sizing: border-box;
    inline-size: 100%;
    block-size: max(36px, 2.25rem);
    margin: 0;
    padding-inline: 36px 10px;
    /* Seen where a painted background is not. */
    border: 1px solid transparent;
    border-radius: 10px;
    color: inherit;
    background: var(--_hover);
    font: inherit;
    appearance: none;
  }

  input::placeholder {
    color: var(--_second);
    opacity: 1;
  }

  input:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }

  .glass {
    position: absolute;
    inset-block: 8px 0;
    inset-inline-start: 26px;
    box-sizing: border-box;
    inline-size: 11px;
    block-size: 11px;
    margin-block: auto;
    border: 1.5px solid var(--_second);
    border-radius: 50%;
    pointer-events: none;
  }

  .glass::after {
    content: '';
    position: absolute;
    inset-block-start: 8px;
    inset-inline-start: 7px;
    inline-size: 5px;
    border-block-start: 1.5px solid var(--_second);
    transform: rotate(45deg);
  }

  .glass:dir(rtl) {
    transform: scaleX(-1);
  }

  mark {
    border-radius: 3px;
    color: inherit;
    background: color-mix(in srgb, var(--_accent) 28%, transparent);
  }

  @media (forced-colors: active) {
    mark {
      color: MarkText;
      background: Mark;
    }
  }
`;
