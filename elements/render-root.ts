import type { LitElement } from 'lit';
import { adoptDocumentStyles } from './document-styles.js';

/** Whether `@lit-labs/ssr-client` will hydrate what a server has rendered in the element. */
export const isHydrated = (element: LitElement): boolean =>
  element.shadowRoot !== null && 'litElementHydrateSupport' in globalThis;

/** The shadow root with the styles of the element's class alone, whatever a server has rendered. */
export function emptyRenderRoot(element: LitElement): ShadowRoot {
  const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  root.replaceChildren();
  adoptDocumentStyles(element);
  return root;
}

/**
 * Runs an update, the first of which may hydrate what a server has rendered. Where the server has
 * rendered something else, what it has sent is replaced: it knew data that are bound later in the
 * browser, or is of another version. Lit's hydration throws then, and the next update would draw
 * everything a second time.
 */
export function hydrateOrReplace(element: LitElement, update: () => void): void {
  const { hasUpdated, renderRoot } = element;
  const isFromServer = !hasUpdated && renderRoot.hasChildNodes();
  try {
    update();
  } catch (error) {
    if (!isFromServer) throw error;
    emptyRenderRoot(element);
    update();
  }
}
