/**
 * Forms of a tag that pages use and `Intl` refuses: the underscores and encodings of POSIX, the scripts
 * of old versions of Windows, and a language after that of its family (`zh-cmn-Hans`).
 */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/[.@].*$/, ''],
  [/_/g, '-'],
  [/^zh-CHS\b/i, 'zh-Hans'],
  [/^zh-CHT\b/i, 'zh-Hant'],
  [/^[a-z]{2,3}-(?=[a-z]{3}(?:-|$))/i, ''],
];

/** What tags were read as. A page has few of them, and each dot asks for that of its own place. */
const known = new Map<string, Intl.Locale | undefined>();

/** The canonical form of a language tag; `undefined` if `lang` names no language. */
export function canonicalLocale(lang: unknown): Intl.Locale | undefined {
  if (typeof lang !== 'string') return undefined;
  if (!known.has(lang)) known.set(lang, parseLocale(lang));
  return known.get(lang);
}

function parseLocale(lang: string): Intl.Locale | undefined {
  try {
    const tag = FORMS.reduce((each, [form, by]) => each.replace(form, by), lang.trim());
    const locale = new Intl.Locale(tag);
    return /^und\b/.test(String(locale)) ? undefined : locale;
  } catch {
    return undefined;
  }
}

/**
 * Caches what `create` returns, per language: a collator or a format costs far more to create than to
 * use. English is used for anything that is not a language tag, so that a bad `lang` never throws.
 */
export function perLocale<T>(create: (tag: string) => T): (lang?: string) => T {
  const cache = new Map<string | undefined, T>();
  return (lang) => {
    let value = cache.get(lang);
    if (value === undefined) {
      cache.set(lang, (value = create(String(canonicalLocale(lang) ?? 'en'))));
    }
    return value;
  };
}
