import { adoptStyles, CSSResult, supportsAdoptingStyleSheets } from 'lit';
import type { LitElement } from 'lit';

/** The style sheets of other documents; Lit keeps those of this module's own document. */
const sheets = new WeakMap<Document, WeakMap<CSSResult, CSSStyleSheet>>();

/**
 * Gives an element's shadow root the styles of its class, in the document that the element is in.
 *
 * A constructed style sheet belongs to one document: adopting it in another throws, and a move to
 * another document, such as that of a frame or a pop-up, drops those that were adopted. So an element
 * calls this from `createRenderRoot()` and again from `adoptedCallback()`. All elements of a class
 * share one set of sheets in each document.
 */
export function adoptDocumentStyles(element: LitElement): void {
  const { ownerDocument, shadowRoot } = element;
  const { elementStyles } = element.constructor as typeof LitElement;
  // A document without a window renders nothing and has no style sheets to construct.
  if (!shadowRoot || !ownerDocument.defaultView) return;
  if (!supportsAdoptingStyleSheets) {
    // A <style> in the shadow root moves with it.
    if (!shadowRoot.querySelector('style')) adoptStyles(shadowRoot, elementStyles);
  } else if (ownerDocument === document) {
    adoptStyles(shadowRoot, elementStyles);
  } else {
    const { defaultView } = ownerDocument;
    shadowRoot.adoptedStyleSheets = elementStyles
      .filter((style) => style instanceof CSSResult)
      .map((style) => sheetIn(defaultView, style));
  }
}

function sheetIn(view: Window & typeof globalThis, style: CSSResult): CSSStyleSheet {
  let known = sheets.get(view.document);
  if (!known) sheets.set(view.document, (known = new WeakMap()));
  let sheet = known.get(style);
  if (!sheet) {
    sheet = new view.CSSStyleSheet();
    sheet.replaceSync(style.cssText);
    known.set(style, sheet);
  }
  return sheet;
}
