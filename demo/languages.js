/**
 * The languages that are offered. Those with a `file` do not ship in the bundle: they are offered
 * where the build has made their file, and it is loaded when one of them is chosen.
 */
const all = [
  { tag: 'en', name: 'English' },
  { tag: 'zh-CN', name: '简体中文' },
  { tag: 'zh-TW', name: '繁體中文' },
  { tag: 'ja', name: '日本語' },
  { tag: 'ko', name: '한국어' },
  { tag: 'ar', name: 'العربية' },
  ...[
    ['de', 'Deutsch'],
    ['es', 'Español'],
    ['fr', 'Français'],
    ['id', 'Bahasa Indonesia'],
    ['pt', 'Português'],
    ['ru', 'Русский'],
    ['th', 'ไทย'],
    ['vi', 'Tiếng Việt'],
  ].map(([tag, name]) => ({ tag, name, file: `i18n/${tag}.js` })),
];

const folder = './dist/cdn/';

/** The build lists its files, since a request for a missing one would be an error in the console. */
async function builtFiles() {
  const response = await fetch(`${folder}integrity.json`).catch(() => undefined);
  return response?.ok ? response.json() : {};
}

/**
 * Fills a select with the languages.
 *
 * @param {HTMLSelectElement} select
 */
export async function offerLanguages(select) {
  const files = await builtFiles();
  const offered = all.filter(({ file }) => !file || file in files);
  select.replaceChildren(
    ...offered.map(({ tag, name }) => {
      const option = new Option(name, tag, tag === 'en', tag === 'en');
      option.lang = tag;
      return option;
    }),
  );
}

/**
 * Loads the words of a language, if they are in a file of their own, which registers them.
 *
 * @param {string} tag
 */
export async function loadLanguage(tag) {
  const { file } = all.find((language) => language.tag === tag) ?? {};
  if (file) await import(folder + file);
}
