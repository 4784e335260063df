import type { Strings } from './strings.js';

/** The strings that the page has set; every copy of version 1 on the page shares them. */
interface CustomStrings {
  readonly byTag: Map<string, Partial<Strings>>;
  readonly listeners: Set<() => void>;
  /** Counts the calls of `setStrings`; a cache made at another version is out of date. */
  version: number;
}

const KEY = Symbol.for('tui-presence/1/strings');

/** What `setStrings` has collected. */
export const customStrings = ((globalThis as { [KEY]?: CustomStrings })[KEY] ??= {
  byTag: new Map(),
  listeners: new Set(),
  version: 0,
});

/**
 * Adds a language, or replaces single strings of one that exists. A string that is left out falls
 * back by language, then to English.
 *
 * @throws RangeError when `locale` is not a language tag
 */
export function setStrings(locale: string, strings: Partial<Strings>): void {
  const [tag] = Intl.getCanonicalLocales(locale);
  const texts = Object.entries(strings).filter(([, text]) => typeof text === 'string');
  store(tag!, { ...customStrings.byTag.get(tag!), ...Object.fromEntries(texts) });
}

/**
 * Adds the strings of a language that a page loads by itself. Those that the page has set for it
 * stay, whichever came first.
 */
export function addLanguage(tag: string, strings: Partial<Strings>): void {
  store(tag, { ...strings, ...customStrings.byTag.get(tag) });
}

function store(tag: string, strings: Partial<Strings>): void {
  customStrings.byTag.set(tag, strings);
  customStrings.version++;
  for (const listener of customStrings.listeners) {
    try {
      listener();
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }
}

/** Calls `listener` after each `setStrings`; returns the stop, safe to call twice. */
export function observeStrings(listener: () => void): () => void {
  customStrings.listeners.add(listener);
  return () => {
    customStrings.listeners.delete(listener);
  };
}
