import { pageLanguage } from '../src/environment.js';
import { observeStrings } from '../src/i18n/index.js';
import { canonicalLocale } from '../src/i18n/locale.js';

/**
 * The language of an element: the `lang` of the nearest ancestor that has one, through shadow roots up
 * to the document. Without one, or where it names no language (`lang=""`, `x-default`), that of the
 * page. Empty on a server.
 */
export function localeOf(element: Element): string {
  for (let inner: Element | undefined = element; inner?.closest;) {
    const nearest = inner.closest('[lang]');
    if (nearest) {
      const lang = nearest.getAttribute('lang')!;
      return canonicalLocale(lang) ? lang : (pageLanguage() ?? '');
    }
    inner = (inner.getRootNode() as Partial<ShadowRoot>).host;
  }
  return pageLanguage() ?? '';
}

/**
 * Calls back after a `lang` in the document or the strings have changed; returns the stop. Shadow
 * roots are not observed.
 */
export function observeLocale(listener: () => void): () => void {
  // A DOM without a browser may lack it.
  const observer = globalThis.MutationObserver && new MutationObserver(listener);
  observer?.observe(document, { attributeFilter: ['lang'], subtree: true });
  const stopStrings = observeStrings(listener);
  return () => {
    observer?.disconnect();
    stopStrings();
  };
}
