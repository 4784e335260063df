import type { Contact } from './contact.js';

/**
 * Caches what is computed from an array of contacts in one language for as long as the array lives.
 * An array that is passed in must not change afterwards.
 *
 * @param version changes when the same contacts give another value
 */
export function perContacts<T>(
  compute: (contacts: readonly Contact[], lang: string | undefined) => T,
  version: () => number = () => 0,
): (contacts: readonly Contact[], lang: string | undefined) => T {
  interface Entry {
    readonly lang: string | undefined;
    readonly version: number;
    readonly value: T;
  }
  const cache = new WeakMap<readonly Contact[], Entry>();
  return (contacts, lang) => {
    const now = version();
    let entry = cache.get(contacts);
    if (!entry || entry.lang !== lang || entry.version !== now) {
      entry = { lang, version: now, value: compute(contacts, lang) };
      cache.set(contacts, entry);
    }
    return entry.value;
  };
}
