import { css } from 'lit';

/** The field for words of one's own, and the error with its buttons. */
export const styles = css`
  form {
    display: grid;
    gap: 4px;
    margin: 0;
    padding: 8px;
  }

  .field-label {
    color: var(--_second);
    font-size: max(13px, 0.8125rem);
    font-weight: 500;
    line-height: 1.3847;
  }

  .field {
    position: relative;
    display: grid;
    margin-block-end: 8px;
  }

  /* Below 16 px a phone zooms in when the field gets the focus. */
  input,
  select {
    box-sizing: border-box;
    inline-size: 100%;
    block-size: max(36px, 2.25rem);
    margin: 0;
    padding-inline: 10px;
    border: 1px solid color-mix(in srgb, var(--_second) 75%, transparent);
    border-radius: 10px;
    color: inherit;
    background: var(--_surface);
    font: inherit;
    font-size: max(16px, 1rem);
  }

  input {
    padding-inline-end: 48px;
    appearance: none;
  }

  select {
    padding-inline-end: 32px;
    appearance: none;
  }

  .field > .arrow {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 14px;
    margin-block: auto;
    translate: 0 -2px;
    pointer-events: none;
  }

  :is(input, select):focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -1px;
  }

  .left {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 12px;
    align-content: center;
    color: var(--_second);
    font-size: max(13px, 0.8125rem);
    font-variant-numeric: tabular-nums;
    pointer-events: none;
  }

  [aria-invalid] {
    border-color: var(--_bad);
  }

  [aria-invalid] + .left {
    color: var(--_bad);
    font-weight: 600;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    margin-block-start: 4px;
  }

  .buttons[hidden] {
    display: none;
  }

  .buttons button {
    min-block-size: 36px;
    padding: 7px 15px;
    font-weight: 500;
  }

  .plain {
    background: none;
  }

  .primary {
    color: var(--_surface);
    background: var(--_accent);
  }

  .primary:focus-visible {
    outline-offset: 2px;
  }

  .primary:disabled {
    color: var(--_second);
    background: var(--_hover);
  }

  @media (hover: hover) {
    .plain:hover {
      background: var(--_hover);
    }
  }

  .notice {
    padding: 12px;
  }

  .notice .buttons {
    margin-block-start: 12px;
  }

  .notice [role='alert'] {
    padding-inline: 4px;
    font-weight: 500;
    overflow-wrap: anywhere;
  }

  .reason {
    color: var(--_second);
    font-size: max(13px, 0.8125rem);
    font-weight: 400;
    line-height: 1.3847;
  }
`;
