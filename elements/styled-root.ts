import { supportsAdoptingStyleSheets } from '@lit/reactive-element';
import type { ReactiveElement } from '@lit/reactive-element';

/**
 * The shadow root of an element that has come into another document than its script's, such as a
 * frame's or that of a window beside the page. A style sheet is of one document: a move takes it away,
 * and to adopt it elsewhere throws, so that the root gets a sheet of that document.
 */
export function styledRoot(element: ReactiveElement): ShadowRoot {
  const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  // A document that nobody sees has no window.
  const { defaultView } = element.ownerDocument;
  if (defaultView && supportsAdoptingStyleSheets) {
    const sheet = new defaultView.CSSStyleSheet();
    sheet.replaceSync((element.constructor as typeof ReactiveElement).elementStyles.join(''));
    root.adoptedStyleSheets = [sheet];
  }
  return root;
}
