import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { addressOf } from '../../package/readme.js';
import { ROOT } from './watched-page.js';

export interface Snippet {
  readonly heading: string;
  readonly language: string;
  /** The file that it is part of. */
  readonly from: string | undefined;
  readonly code: string;
}

/** A document of the project, by its path. */
export const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

const withoutCode = (text: string) => text.replace(/^```[^]*?^```$/gm, '');

/** The fenced code of a document, with the heading that each stands under. */
export function snippetsIn(text: string): Snippet[] {
  let heading = '';
  let from: string | undefined;
  const snippets: Snippet[] = [];
  const pattern = /^#{1,4} (.+)$|^<!-- from: (\S+) -->$|^```(\w*)\n([^]*?)^```$/gm;
  for (const [, title, file, language = '', code = ''] of text.matchAll(pattern)) {
    if (title !== undefined) heading = title;
    else if (file !== undefined) from = file;
    else {
      snippets.push({ heading, language, from, code });
      from = undefined;
    }
  }
  return snippets;
}

/** Where the links and pictures of a document lead, as they are written. */
export function linksIn(text: string): string[] {
  return [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!);
}

/** The file of the project that a link in `file` leads to, if it leads to one, and the anchor. */
export function leadsTo(file: string, link: string): { path?: string; anchor?: string } {
  const [address = '', onWeb] = link.split(/\/(?:blob|raw)\/main\//);
  if (/^\w+:/.test(link) && address !== addressOf(JSON.parse(read('package.json')))) return {};
  const [path, anchor] = (onWeb ?? link).split('#');
  const target = path ? normalize(join(onWeb ? '' : dirname(file), path)) : file;
  return { path: target, ...(anchor !== undefined && { anchor: decodeURIComponent(anchor) }) };
}

/** The headings of a document with their levels, as `## Title`. */
export function headingsIn(text: string): string[] {
  return withoutCode(text).match(/^#+ .+$/gm) ?? [];
}

/** The names by which a link may lead to a heading, made as GitHub makes them. */
export function anchorsIn(text: string): Set<string> {
  const anchors = headingsIn(text).map((heading) =>
    heading
      .replace(/^#+ /, '')
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number}\p{Mark} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return new Set(anchors);
}

/** The lines of a text that are not empty. */
export const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The cells of a table's rows, without the line that only draws. */
export function cellsOf(table = ''): string[][] {
  return linesOf(table)
    .map((line) => line.split(/(?<!\\)\|/).map((text) => text.trim()))
    .map((cells) => cells.slice(1, -1))
    .filter((cells) => cells.some((text) => !/^:?-+:?$/.test(text)));
}
