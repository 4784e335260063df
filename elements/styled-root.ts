import { canShareStyles, sheetOf, textOf } from './css.js';
import type { Styles } from './css.js';

/**
 * The shadow root of an element, with the styles of its class, in the document that it is in: a move
 * into another takes the styles away.
 */
export function styledRoot(element: HTMLElement): ShadowRoot {
  const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  const { styles } = element.constructor as unknown as { styles: Styles };
  // A document that nobody sees has no window.
  const { defaultView } = element.ownerDocument;
  if (!canShareStyles) {
    const style = document.createElement('style');
    style.textContent = textOf(styles);
    root.append(style);
  } else if (defaultView) {
    root.adoptedStyleSheets = [sheetOf(styles, defaultView)];
  }
  return root;
}
