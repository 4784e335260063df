import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
