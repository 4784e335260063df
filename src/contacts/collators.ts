import { perLocale } from '../i18n/locale.js';

/** Whether a page asks for an order of its own, such as strokes: `zh-TW-u-co-stroke`. */
export const hasOwnCollation = (lang: string | undefined): boolean => /-co-/.test(lang ?? '');

/** The order of names in a language; Chinese names are ordered by pinyin in every region. */
export const nameCollator = /* @__PURE__ */ perLocale(
  (tag) =>
    new Intl.Collator(/^zh\b/.test(tag) && !hasOwnCollation(tag) ? 'zh-u-co-pinyin' : tag, {
      numeric: true,
    }),
);

/** The order of Chinese names by pinyin, on any page. */
export const pinyinCollator = (): Intl.Collator => nameCollator('zh');
