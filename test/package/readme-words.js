const languages = ['en', 'zh-CN', 'ja'];

/** The words of the tables, and what the elements say of themselves: English, 简体中文, 日本語. */
const all = [];

/** A text of the tables in a language; the text itself where nobody has translated it yet. */
export function words(text, language) {
  return all.find(([english]) => english === text)?.[languages.indexOf(language)] ?? text;
}
