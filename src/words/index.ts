import * as ar from './ar.js';
import * as en from './en.js';
import * as ja from './ja.js';
import * as ko from './ko.js';
import * as zhCN from './zh-cn.js';
import * as zhTW from './zh-tw.js';
import { canonicalLocale } from './locale.js';
import type {
  ErrorStrings,
  ListStrings,
  MessageStrings,
  StatusStrings,
  Strings,
} from './strings.js';

export { capitalize, format, formatCount, plural, speak, statusWord } from './format.js';
export type {
  ErrorStrings,
  ListStrings,
  MessageStrings,
  StatusStrings,
  Strings,
} from './strings.js';

/** Strings, and the two tags that go with them. The object stays the same until `setStrings`. */
export interface Words<T> {
  /** The language of the strings: what `plural` needs. */
  readonly locale: string;
  /** The page's own language in canonical form, for dates, numbers and order; `locale` without one. */
  readonly tag: string;
  readonly strings: Readonly<T>;
}

type Shipped = Readonly<Record<string, Partial<Strings>>>;

// Parts, so that the dot leaves the words of the lists out, and both those of errors and messages.
const statuses = {
  en: en.status,
  'zh-CN': zhCN.status,
  'zh-TW': zhTW.status,
  ja: ja.status,
  ko: ko.status,
  ar: ar.status,
};
const errors = {
  en: en.errors,
  'zh-CN': zhCN.errors,
  'zh-TW': zhTW.errors,
  ja: ja.errors,
  ko: ko.errors,
  ar: ar.errors,
};
const lists = {
  en: en.lists,
  'zh-CN': zhCN.lists,
  'zh-TW': zhTW.lists,
  ja: ja.lists,
  ko: ko.lists,
  ar: ar.lists,
};

const messages = {
  en: en.messages,
  'zh-CN': zhCN.messages,
  'zh-TW': zhTW.messages,
  ja: ja.messages,
  ko: ko.messages,
  ar: ar.messages,
};

/** The page's own words: one registry for every copy of version 1 on a page. */
interface Registry {
  readonly custom: Map<string, Partial<Strings>>;
  readonly listeners: Set<() => void>;
  version: number;
}

const KEY = Symbol.for('tui-presence/1/words');

const registry = ((globalThis as { [KEY]?: Registry })[KEY] ??= {
  custom: new Map(),
  listeners: new Set(),
  version: 0,
});
const { custom, listeners } = registry;

/** The tags to try, best first: the tag with ever less at its end, Chinese by its script, English. */
function fallbacks(locale: Intl.Locale | undefined): string[] {
  const tags: string[] = [];
  let tag = String(locale ?? '');
  while (tag) {
    if (tag === 'zh') {
      tags.push(locale!.maximize().script === 'Hant' ? 'zh-TW' : 'zh-CN');
    }
    tags.push(tag);
    tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')));
  }
  return [...tags, 'en'];
}

function wordsFrom<T>(...parts: Shipped[]): (lang?: string) => Words<T> {
  const known = new Map<string | undefined, Words<T>>();
  let knownVersion = -1;
  return (lang) => {
    if (knownVersion !== registry.version) {
      knownVersion = registry.version;
      known.clear();
    }
    let words = known.get(lang);
    if (!words) {
      const page = canonicalLocale(lang);
      const tags = fallbacks(page);
      const locale = tags.find((tag) => custom.has(tag) || tag in parts[0]!)!;
      const layers = tags
        .reverse()
        .flatMap((tag) => [...parts.map((part) => part[tag]), custom.get(tag)]);
      words = {
        locale,
        tag: String(page ?? locale),
        strings: Object.assign({}, ...layers) as T,
      };
      known.set(lang, words);
    }
    return words;
  };
}

/** The words of the lists in the language that comes nearest to `lang`; for nonsense, English. */
export const listStringsFor = /* @__PURE__ */ wordsFrom<StatusStrings & ListStrings>(
  statuses,
  lists,
);

/** The words for statuses alone. */
export const statusStringsFor = /* @__PURE__ */ wordsFrom<StatusStrings>(statuses);

/** The words for errors alone. */
export const errorStringsFor = /* @__PURE__ */ wordsFrom<ErrorStrings>(errors);

/** The words for messages without a text. */
export const messageStringsFor = /* @__PURE__ */ wordsFrom<MessageStrings>(messages);

/**
 * Adds a language, or changes words of one that is there. What is left out falls back by language,
 * then to English.
 *
 * @throws RangeError when `locale` is no language tag
 */
export function setStrings(locale: string, strings: Partial<Strings>): void {
  const [tag] = Intl.getCanonicalLocales(locale);
  const merged: Record<string, string> = { ...custom.get(tag!) };
  for (const [key, value] of Object.entries(strings)) {
    if (typeof value === 'string') {
      merged[key] = value;
    }
  }
  custom.set(tag!, merged);
  registry.version++;
  for (const listener of listeners) {
    try {
      listener();
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }
}

/** Tells when strings change, until the returned function is called. */
export function observeStrings(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
