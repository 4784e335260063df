/** Chinese languages, whose readers read Chinese strings: Cantonese, Wu, Hakka, Min Nan and so on. */
const CHINESE = new Set(['zh', 'yue', 'wuu', 'hak', 'nan', 'gan', 'hsn', 'cdo', 'lzh']);

/**
 * The tags whose strings serve a language, best first: the tag with fewer and fewer subtags, Chinese
 * by script. English, which serves everyone, is not among them unless it was requested.
 */
export function fallbacks(locale: Intl.Locale | undefined): string[] {
  const tags: string[] = [];
  let tag = String(locale ?? '');
  while (tag) {
    // A page may have set strings for the language itself.
    if (tag !== 'zh') tags.push(tag);
    if (CHINESE.has(tag)) {
      tags.push(locale!.maximize().script === 'Hant' ? 'zh-TW' : 'zh-CN', 'zh');
    }
    tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')));
  }
  return tags;
}
