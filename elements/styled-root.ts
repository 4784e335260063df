import { adoptStyles, supportsAdoptingStyleSheets } from '@lit/reactive-element/css-tag.js';
import type { CSSResultOrNative } from '@lit/reactive-element/css-tag.js';

/**
 * The shadow root of an element, with the styles of its class. A style sheet is of one document: a
 * move into another, such as a frame's or that of a window beside the page, takes it away, and to
 * adopt it there throws, so that a root there gets a sheet of that document.
 */
export function styledRoot(element: HTMLElement): ShadowRoot {
  const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  const { elementStyles } = element.constructor as unknown as {
    elementStyles: CSSResultOrNative[];
  };
  // A document that nobody sees has no window.
  const { defaultView } = element.ownerDocument;
  if (element.ownerDocument === document || !supportsAdoptingStyleSheets) {
    adoptStyles(root, elementStyles);
  } else if (defaultView) {
    const sheet = new defaultView.CSSStyleSheet();
    sheet.replaceSync(elementStyles.join(''));
    root.adoptedStyleSheets = [sheet];
  }
  return root;
}
