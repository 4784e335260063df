import { observeStrings } from '../src/words/index.js';

const listeners = new Set<() => void>();
let stop: (() => void) | undefined;

/**
 * The language of an element: the `lang` of the nearest element that has one, out through shadow
 * roots, at last the document's. Empty where none is given, and on a server.
 */
export function localeOf(element: Element): string {
  for (let from: Element | undefined = element; from?.closest;) {
    const nearest = from.closest('[lang]');
    if (nearest) return nearest.getAttribute('lang')!;
    from = (from.getRootNode() as Partial<ShadowRoot>).host;
  }
  return '';
}

/**
 * Calls back after a `lang` in the document, or the words themselves, have changed; returns the stop.
 * Shadow roots are not watched: one observer serves the whole page.
 */
export function observeLocale(listener: () => void): () => void {
  if (listeners.size === 0) stop = start();
  listeners.add(listener);
  return () => {
    if (listeners.delete(listener) && listeners.size === 0) stop?.();
  };
}

function start(): () => void {
  const notify = (): void => listeners.forEach((listener) => listener());
  const observer = new MutationObserver(notify);
  observer.observe(document, { attributeFilter: ['lang'], subtree: true });
  const stopStrings = observeStrings(notify);
  return () => {
    observer.disconnect();
    stopStrings();
  };
}
