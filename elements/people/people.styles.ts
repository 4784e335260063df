import { css } from 'lit';
import { hiddenStyles, saidStyles } from '../common.styles.js';

/**
 * What one person and several have in common. What a page writes on the tag places it and never
 * empties it: size and structure are those of a box in it.
 *
 * The names have the colour of the page's text, since they stand on the page's own background; so the
 * gap around a dot is cut out of the picture, unless the page names a colour for it.
 */
export const styles = css`
  :host {
    display: inline-flex;
    align-items: center;
    min-inline-size: 0;
    max-inline-size: 100%;
    vertical-align: middle;
  }

  ${hiddenStyles}

  .box {
    --_second: var(--tui-color-second, color-mix(in srgb, currentColor 72%, transparent));
    --_accent: var(--tui-color-accent, light-dark(#1257d6, #7fb0ff));
    --_tui-avatar: var(--tui-avatar-size, 40px);
    /* A negative size counts as none. */
    --_avatar: max(12px, var(--_tui-avatar), min(40px, var(--_tui-avatar) * -9999));
    /* Whole pixels, for sharp edges. */
    --_tui-dot: var(--tui-online-dot-size, max(10px, round(var(--_avatar) * 0.3, 1px)));
    --_dot: max(0px, var(--_tui-dot), min(12px, var(--_tui-dot) * -9999));
    --_row: var(--tui-online-dot-ring);
  }

  /* Nothing is inherited but the letters, colours, the language and what hides or disables. */
  .reset {
    all: initial;
    color: inherit;
    color-scheme: inherit;
    cursor: inherit;
    forced-color-adjust: inherit;
    font-family: var(--tui-font, inherit);
    font-size: max(15px, 0.9375rem);
    line-height: 1.3334;
    -webkit-font-smoothing: inherit;
    -webkit-locale: inherit;
    -webkit-text-size-adjust: inherit;
    text-size-adjust: inherit;
    user-select: inherit;
    -webkit-user-select: inherit;
    visibility: inherit;
    pointer-events: inherit;
    -webkit-tap-highlight-color: transparent;
    /* Letters and dots are backgrounds. */
    -webkit-print-color-adjust: exact;
    print-color-adjust: exact;
  }

  /* The gap around the dot shows whatever is behind the picture. */
  .avatar:has(> .dot) > :is(.letters, .picture) {
    --_middle: calc(var(--_dot) / 2);
    mask: radial-gradient(
      circle at calc(100% - var(--_middle)) calc(100% - var(--_middle)),
      #0000 calc(var(--_middle) + 1.75px),
      #000 calc(var(--_middle) + 2.25px)
    );
  }

  .avatar:dir(rtl):has(> .dot) > :is(.letters, .picture) {
    mask-image: radial-gradient(
      circle at var(--_middle) calc(100% - var(--_middle)),
      #0000 calc(var(--_middle) + 1.75px),
      #000 calc(var(--_middle) + 2.25px)
    );
  }

  ${saidStyles}

  /* Not copied with the text around it. */
  .said {
    user-select: none;
    -webkit-user-select: none;
  }
`;
