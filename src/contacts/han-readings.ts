import { perContacts } from './per-contacts.js';

export type HanLibrary = typeof import('./pinyin.js');

/** An app's bundler splits the library off; a script tag says by itself where its file is. */
let loadLibrary = (): Promise<HanLibrary> => import('./pinyin.js');
let library: HanLibrary | undefined;
let loading: Promise<void> | undefined;
let version = 0;
const listeners = new Set<() => void>();

/** What is known of Chinese characters: nothing before the library has come. */
export const hanReadings = {
  /** Changes when the library comes: what was computed from readings is then computed again. */
  get version(): number {
    return version;
  },
  readingsOf(character: string): readonly string[] {
    return library?.readingsOf(character) ?? [];
  },
  simplify(text: string): string {
    return library?.simplify(text) ?? text;
  },
};

/** Calls back when the readings have come; returns the stop. */
export function observeHanReadings(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Sets from where the library is loaded, before a list needs it. */
export function setHanLibrary(load: () => Promise<HanLibrary>): void {
  loadLibrary = load;
}

/**
 * Loads the readings, once. Where they cannot be had, names are found by their first letters as
 * before, and a later call tries again.
 */
export function loadHanReadings(): Promise<void> {
  loading ??= loadLibrary().then(
    (loaded) => {
      // A server may answer with a script of its own where the file is missing.
      if (typeof loaded.readingsOf !== 'function') return;
      library = loaded;
      version++;
      listeners.forEach((listener) => listener());
    },
    () => {
      loading = undefined;
    },
  );
  return loading;
}

/** Whether Chinese characters are read as Chinese in a page's language; undefined, in any. */
export function isReadInPinyin(lang: string | undefined): boolean {
  return !/^(ja|ko)\b/.test(lang ?? '');
}

const han = /\p{sc=Han}/u;
const kana = /[ぁ-ヿｦ-ﾟ]/;

/** Whether a name is written in Chinese characters alone, and not in Japanese ones with kana. */
const isChinese = (name: unknown): boolean =>
  typeof name === 'string' && /[^\0-\u2e7f]/.test(name) && han.test(name) && !kana.test(name);

/** Whether there are names for which the readings are worth loading on a page in this language. */
export const needHanReadings = /* @__PURE__ */ perContacts(
  (contacts, lang) =>
    isReadInPinyin(lang) &&
    contacts.some(({ name, remark }) => isChinese(name) || isChinese(remark)),
);
