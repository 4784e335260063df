import { ar } from './ar.js';
import { customStrings } from './custom-strings.js';
import { en } from './en.js';
import { fallbacks } from './fallbacks.js';
import { ja } from './ja.js';
import { ko } from './ko.js';
import { canonicalLocale } from './locale.js';
import type { Strings } from './strings.js';
import { zhCN } from './zh-cn.js';
import { zhTW } from './zh-tw.js';

export { observeStrings, setStrings } from './custom-strings.js';
export { capitalize, format, formatCount, plural, speak, statusWord } from './format.js';
export type { Strings } from './strings.js';

/** The strings for a language, and the two tags that go with them. */
export interface LocalizedStrings {
  /**
   * The language of the strings, with the requested region and digits where that is the requested
   * language: what `plural` needs, and whatever is read as one text with the strings.
   */
  readonly locale: string;
  /** The requested language in canonical form, for dates, numbers and order; else `locale`. */
  readonly tag: string;
  readonly strings: Readonly<Strings>;
}

/** The strings that ship with the package, by language, without what a page has set. */
export const shippedStrings: ReadonlyMap<string, Strings> = new Map<string, Strings>([
  ['en', en],
  ['zh-CN', zhCN],
  ['zh-TW', zhTW],
  ['ja', ja],
  ['ko', ko],
  ['ar', ar],
]);

const cache = new Map<string | undefined, LocalizedStrings>();
let cacheVersion = customStrings.version;

/**
 * The strings in the language nearest to `lang`, in English for anything that is not a language
 * tag. Returns the same object until `setStrings` is called.
 */
export function stringsFor(lang?: string): LocalizedStrings {
  if (cacheVersion !== customStrings.version) {
    cacheVersion = customStrings.version;
    cache.clear();
  }
  let found = cache.get(lang);
  if (!found) cache.set(lang, (found = lookUp(canonicalLocale(lang))));
  return found;
}

function lookUp(requested: Intl.Locale | undefined): LocalizedStrings {
  const tags = [...fallbacks(requested), 'en'];
  const nearest = tags.find(hasStrings)!;
  const layers = tags
    .reverse()
    .flatMap((tag) => [shippedStrings.get(tag), customStrings.byTag.get(tag)]);
  const tag = String(requested ?? nearest);
  return {
    locale: languageOf(tag) === languageOf(nearest) ? tag : nearest,
    tag,
    strings: Object.assign({}, ...layers) as Strings,
  };
}

const hasStrings = (tag: string): boolean =>
  shippedStrings.has(tag) || customStrings.byTag.has(tag);

const languageOf = (tag: string): string => tag.split('-', 1)[0]!;

/** The first of a reader's languages that has strings; the first one if none has. */
export function preferredLanguage(languages: readonly string[] = []): string | undefined {
  const found = languages.find((lang) => fallbacks(canonicalLocale(lang)).some(hasStrings));
  return found ?? languages[0];
}
