/**
 * `npm run readme`: brings the tables of README.md and its translations up to date, from
 * custom-elements.json and the built bundles. Needs a build.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { words } from './readme-words.js';
import { bundleSizes } from './sizes.js';

const root = new URL('../../', import.meta.url);

/** Each README with the language of its tables. */
export const READMES = { 'README.md': 'en', 'README.zh-CN.md': 'zh-CN', 'README.ja.md': 'ja' };

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

/** The table of one element. */
export function elementTable(manifest, tag, language = 'en') {
  const element = manifest.modules
    .flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName === tag);
  if (!element) throw new Error(`custom-elements.json has no ${tag}.`);
  const say = (text) => words(text, language);
  const rows = propertiesOf(element).map(({ names, kind, type, description }) => [
    names.map(code).join(' / '),
    say(kind),
    [say(cell(description ?? '')), type && code(cell(type))].filter(Boolean).join(' '),
  ]);
  for (const [list, kind] of LISTS) {
    for (const { name, description = '', default: initial } of element[list] ?? []) {
      const text = say(cell(description));
      rows.push([code(name), say(kind), initial ? `${text} ${code(cell(initial))}` : text]);
    }
  }
  return table([say('name'), say('kind'), say('meaning')], rows);
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

function withBlock(text, name, block) {
  const before = blockOf(text, name);
  if (before === undefined) throw new Error(`There is no <!-- ${name} --> to fill.`);
  const [opening, closing] = [`<!-- ${name} -->\n`, `<!-- /${name.split(':')[0]} -->`];
  return text.replace(opening + before + closing, () => `${opening}\n${block}\n\n${closing}`);
}

/** A README with all its tables as they are to be. */
export async function updated(text, language, manifest, sizes) {
  for (const [, tag] of text.matchAll(/<!-- table: (\S+) -->/g)) {
    text = withBlock(text, `table: ${tag}`, elementTable(manifest, tag, language));
  }
  text = withBlock(text, 'sizes', sizesTable(sizes, language));
  return format(text, { parser: 'markdown', printWidth: 100, singleQuote: true });
}

export const readManifest = () =>
  JSON.parse(readFileSync(new URL('custom-elements.json', root), 'utf8'));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, language] of Object.entries(READMES)) {
    const file = new URL(name, root);
    if (!existsSync(file)) continue;
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, await updated(text, language, readManifest(), bundleSizes()));
  }
}
