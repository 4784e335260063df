import { canShareStyles, sheetOf } from './css.js';
import type { Styles } from './css.js';

/** Of this package; a test compares it with package.json. */
export const VERSION = '1.0.0';

/** Where every copy on a page looks whether the page has been warned. */
const WARNED = Symbol.for('tui-presence/warned');

type Versioned = CustomElementConstructor & {
  version?: string;
  styles?: Styles;
  /** Makes what all elements of a tag share. */
  prepare?(): void;
};

/**
 * Registers an element under its tag, unless this copy or another has taken it: a script from a CDN
 * and an app's own bundle may meet on one page. The first one stays; if its version differs, the
 * console says so, once a page.
 */
export function define(tag: string, element: Versioned): void {
  // A server without Lit has none.
  if (!globalThis.customElements) return;
  const taken: Versioned | undefined = customElements.get(tag);
  if (taken) {
    if (taken.version === VERSION) return;
    warn(`<${tag}> is of tui-presence ${taken.version ?? '?'} already, not of ${VERSION}.`);
    return;
  }
  if (globalThis.document && !canShareStyles) {
    warn('tui-presence: without adopted style sheets a strict policy leaves elements unstyled.');
  }
  element.version = VERSION;
  customElements.define(tag, element);
  // Now, like the page's own styles, and not while the first element is drawn.
  if (canShareStyles && element.styles) sheetOf(element.styles, globalThis);
  if (globalThis.document) element.prepare?.();
}

function warn(text: string): void {
  const page = globalThis as { [WARNED]?: boolean };
  if (page[WARNED]) return;
  page[WARNED] = true;
  console.warn(text);
}
