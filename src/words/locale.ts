/** The canonical form of a language tag, or `undefined` for what is no language tag at all. */
export function canonicalLocale(lang: unknown): Intl.Locale | undefined {
  try {
    return new Intl.Locale(String(lang).replace(/_/g, '-'));
  } catch {
    return undefined;
  }
}

/**
 * Makes one thing for each language and keeps it: collators and formats cost far more to make than
 * to use. A tag that is none counts as English, so that a bad `lang` never throws.
 */
export function perLocale<T>(create: (tag: string) => T): (lang?: string) => T {
  const made = new Map<string | undefined, T>();
  return (lang) => {
    let one = made.get(lang);
    if (one === undefined) {
      made.set(lang, (one = create(String(canonicalLocale(lang) ?? 'en'))));
    }
    return one;
  };
}
