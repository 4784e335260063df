import { css } from 'lit';

/** The search field, the marks of what it found, and the count of who is online. */
export const styles = css`
  .count {
    padding: 8px 16px 4px;
    color: var(--_second);
    font-size: 0.8125rem;
    line-height: 1.125rem;
  }

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
    padding-inline: 36px 38px;
    /* Visible in forced colours, where the background is not. */
    border: 1px solid transparent;
    border-radius: 10px;
    color: inherit;
    background: var(--_hover);
    font: inherit;
    /* Below 16 px a phone zooms in when the field gets the focus. */
    font-size: max(16px, 1rem);
    text-overflow: ellipsis;
    appearance: none;
  }

  input::-webkit-search-cancel-button {
    display: none;
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
    inset: 8px auto auto 7px;
    inline-size: 5px;
    border-block-start: 1.5px solid var(--_second);
    transform: rotate(45deg);
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

  .clear {
    position: absolute;
    inset-block: 12px 4px;
    inset-inline-end: 14px;
    display: grid;
    place-items: center;
    inline-size: 32px;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: 10px;
    color: var(--_second);
    background: none;
    cursor: pointer;
  }

  .clear:hover {
    color: var(--_text);
  }

  /* A cross of two lines. */
  .clear::before,
  .clear::after {
    content: '';
    grid-area: 1 / 1;
    inline-size: 14px;
    border-block-start: 1.5px solid currentColor;
    transform: rotate(45deg);
  }

  .clear::after {
    transform: rotate(-45deg);
  }

  @media (prefers-contrast: more) {
    input {
      border-color: var(--_second);
    }
  }
`;
