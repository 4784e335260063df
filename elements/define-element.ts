import { defineTag } from './hydration.js';

/** The version of this package; a test compares it with package.json. */
export const VERSION = '1.1.0';

/** Where all copies on a page note that a warning was shown. */
const WARNED = Symbol.for('tui-presence/warned');

type Versioned = CustomElementConstructor & { version?: string };

/**
 * Registers an element under its tag, unless this copy or another copy on the page has registered
 * it. The first one stays: a script from a CDN and an app's own bundle may both register the tag. If
 * its version differs, the console says so, once on each page.
 */
export function define(tag: string, element: Versioned): void {
  const registered: Versioned | undefined = customElements.get(tag);
  if (registered) {
    if (registered.version === VERSION) return;
    warn(`<${tag}> is of tui-presence ${registered.version ?? '?'} already, not of ${VERSION}.`);
    return;
  }
  element.version = VERSION;
  defineTag(tag, element);
}

function warn(text: string): void {
  const page = globalThis as { [WARNED]?: boolean };
  if (page[WARNED]) return;
  page[WARNED] = true;
  console.warn(text);
}
