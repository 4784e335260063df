import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CHAPTERS, inEnglish, inLanguage, LANGUAGES } from '../package/readme.js';
import { cellsOf, headingsIn, leadsTo, linksIn, read, snippetsIn } from './support/document.js';

for (const chapter of CHAPTERS) {
  describe(`the translations of ${chapter}`, () => {
    const english = read(chapter);

    for (const language of LANGUAGES.slice(1)) {
      const file = inLanguage(chapter, language);
      const text = read(file);

      it(`have the same sections: ${file}`, () => {
        assert.deepEqual(levelsIn(text), levelsIn(english));
      });

      it(`have the same snippets: ${file}`, () => {
        const codeIn = (document: string) =>
          snippetsIn(document).map(({ from, code }) => [from, code]);
        assert.deepEqual(codeIn(text), codeIn(english));
      });

      it(`have the same tables: ${file}`, () => {
        assert.deepEqual(tablesIn(text).map(shapeOf), tablesIn(english).map(shapeOf));
      });

      it(`have the same links and names in code: ${file}`, () => {
        assert.deepEqual(targetsIn(file, chapter), targetsIn(chapter, chapter));
        const namesIn = (document: string) =>
          [...document.replace(/```[^]*?```/g, '').matchAll(/`([^`\n]+)`/g)]
            .map(([, name]) => name!)
            .sort();
        assert.deepEqual(namesIn(text), namesIn(english));
      });
    }
  });
}

/** The levels of the headings, with those that are code word for word. */
const levelsIn = (text: string) =>
  headingsIn(text).map((heading) => heading.replace(/ [^`].*/, ''));

/** Where the links of a document lead in English, without those to its translations. */
const targetsIn = (file: string, chapter: string) =>
  linksIn(read(file))
    .map((link) => ({ link, ...leadsTo(file, link) }))
    .map(({ link, path, anchor }) =>
      path === undefined ? link : `${inEnglish(path)}${anchor === undefined ? '' : '#'}`,
    )
    .filter((target) => target !== chapter)
    .sort();

const tablesIn = (text: string) => text.match(/(?:^\|.*\n)+/gm) ?? [];

/** What a table says in any language: its cells, the code in them, and the larger numbers. */
const shapeOf = (table: string) =>
  cellsOf(table).map((cells) => [
    cells.length,
    cells
      .join(' ')
      .match(/`[^`]+`/g)
      ?.sort(),
    cells
      .join(' ')
      .match(/\d[\d.,]*\d/g)
      ?.sort(),
  ]);
