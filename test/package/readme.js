/**
 * `npm run readme`: brings the tables of the README and its chapters up to date, in every language,
 * from custom-elements.json and the built bundles, and the addresses in the READMEs from
 * package.json. Needs a build.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { words } from './readme-words.js';
import { bundleSizes } from './sizes.js';

const root = new URL('../../', import.meta.url);

/** The README and its chapters, in English; each has its translations beside it. */
export const CHAPTERS = [
  'README.md',
  'elements/README.md',
  'src/README.md',
  'demo/hosts/README.md',
  'LIMITS.md',
  'TESTING.md',
  'ACCESSIBILITY.md',
  'PERFORMANCE.md',
  'SECURITY.md',
];

export const LANGUAGES = ['en', 'zh-CN', 'ja'];

/** The file that a chapter has in a language. */
export const inLanguage = (chapter, language) =>
  language === 'en' ? chapter : chapter.replace(/\.md$/, `.${language}.md`);

/** The English file of a chapter that may be a translation. */
export const inEnglish = (file) => file.replace(/\.(?:zh-CN|ja)\.md$/, '.md');

/** What an element has, in the order of its table: the manifest's name, and ours. */
const LISTS = [
  ['events', 'event'],
  ['slots', 'slot'],
  ['cssParts', 'part'],
  ['cssProperties', 'CSS property'],
];

const code = (text) => `\`${text}\``;
/** A cell of one line, in which nothing ends the cell. */
const cell = (text) => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();

/** The methods of an element, with the names of their parameters. */
function methodsOf({ members = [] }) {
  return members
    .filter(({ kind, static: isStatic }) => kind === 'method' && !isStatic)
    .map(({ name, parameters = [], description = '' }) => ({
      name: `${name}(${parameters.map((parameter) => parameter.name).join(', ')})`,
      description,
    }));
}

/** The properties of an element, with their attributes, then attributes alone. */
function propertiesOf({ members = [], attributes = [] }) {
  const properties = members.filter(({ kind, static: isStatic }) => kind === 'field' && !isStatic);
  const rows = properties.map((property) => {
    const attribute = attributes.find(
      ({ fieldName, name }) => (fieldName ?? name) === property.name,
    );
    const names = [...new Set([attribute?.name, property.name])].filter(Boolean);
    const type = property.type ?? attribute?.type;
    return {
      names,
      kind: attribute ? 'attribute, property' : 'property',
      type: type?.text,
      description: property.description ?? attribute?.description,
    };
  });
  const shown = new Set(rows.flatMap(({ names }) => names));
  const alone = attributes.filter(({ name }) => !shown.has(name));
  return [
    ...rows,
    ...alone.map(({ name, type, description }) => ({
      names: [name],
      kind: 'attribute',
      type: type?.text,
      description,
    })),
  ];
}

/** The table of one element; with `names` only the rows of these, in their order. */
export function elementTable(manifest, tag, language = 'en', names = undefined) {
  const element = manifest.modules
    .flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName === tag);
  if (!element) throw new Error(`custom-elements.json has no ${tag}.`);
  const say = (text) => words(text, language);
  const rows = propertiesOf(element).map(({ names: own, kind, type, description }) => [
    own.map(code).join(' / '),
    say(kind),
    [say(cell(description ?? '')), type && code(cell(type))].filter(Boolean).join(' '),
  ]);
  for (const { name, description } of methodsOf(element)) {
    rows.push([code(name), say('method'), say(cell(description))]);
  }
  for (const [list, kind] of LISTS) {
    for (const { name, description = '', default: initial } of element[list] ?? []) {
      const text = say(cell(description));
      rows.push([code(name), say(kind), initial ? `${text} ${code(cell(initial))}` : text]);
    }
  }
  const rowOf = (name) => {
    // A part may be named as an attribute before it.
    const row = rows.find(([cell]) => cell.split(' / ').includes(code(name)));
    if (!row) throw new Error(`<${tag}> has no ${name}.`);
    return row;
  };
  return table([say('name'), say('kind'), say('meaning')], names?.map(rowOf) ?? rows);
}

/** The table of the bundles' sizes in kB of 1000 bytes. */
export function sizesTable(sizes, language = 'en') {
  const say = (text) => words(text, language);
  const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  const rows = sizes.map(({ name, raw, gzip, brotli }) => [
    code(name),
    kB(raw),
    kB(gzip),
    kB(brotli),
  ]);
  return table([say('file'), say('minified'), 'gzip', 'brotli'], rows);
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** What stands between the markers of a name, without the markers. */
export function blockOf(text, name) {
  const end = name.split(':')[0];
  return new RegExp(`<!-- ${name} -->\n([^]*?)<!-- /${end} -->`).exec(text)?.[1];
}

/** A text with `block` between the markers of a name, if it has them. */
function withBlock(text, name, block) {
  const before = blockOf(text, name);
  const [opening, closing] = [`<!-- ${name} -->\n`, `<!-- /${name.split(':')[0]} -->`];
  return text.replace(opening + before + closing, () => `${opening}\n${block}\n\n${closing}`);
}

/** The tables of elements in a text: the name of each block, its tag, and its rows if not all. */
export const tablesIn = (text) =>
  [...text.matchAll(/<!-- (table: ([\w-]+)(?:: (.+))?) -->/g)].map(([, name, tag, rows]) => ({
    name,
    tag,
    rows: rows?.split(', '),
  }));

/** Where the project is on the web, by package.json. */
export function addressOf({ repository }) {
  return repository.url.replace(/^git\+|\.git$/g, '');
}

/** A document with all its tables and addresses as they are to be. */
export async function updated(text, language, { manifest, sizes, address }) {
  for (const { name, tag, rows } of tablesIn(text)) {
    text = withBlock(text, name, elementTable(manifest, tag, language, rows));
  }
  text = withBlock(text, 'sizes', sizesTable(sizes, language));
  text = text.replace(/https:\/\/[^\s()]+(?=\/(?:blob|raw)\/main\/)/g, address);
  return format(text, { parser: 'markdown', printWidth: 100, singleQuote: true });
}

const json = (file) => JSON.parse(readFileSync(new URL(file, root), 'utf8'));

export const readManifest = () => json('custom-elements.json');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const facts = {
    manifest: readManifest(),
    sizes: bundleSizes(),
    address: addressOf(json('package.json')),
  };
  for (const language of LANGUAGES) {
    for (const chapter of CHAPTERS) {
      const file = new URL(inLanguage(chapter, language), root);
      writeFileSync(file, await updated(readFileSync(file, 'utf8'), language, facts));
    }
  }
}
