import assert from 'node:assert/strict';
import { join } from 'node:path';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import { ROOT } from './watched-page.js';

/** What a server makes of a template, by the files that ship: its source, as a script of a page has it. */
export async function serverRendered(source: string): Promise<string> {
  await import(join(ROOT, 'dist/elements/define.js'));
  const template = new Function('html', `return ${source}`) as (tag: typeof html) => unknown;
  return collectResult(render(template(html)));
}

/** What a server sends that has another version of the elements. */
export function ofOtherVersion(sent: string): string {
  const other = sent.replace(/<template [^]*?<\/template>/g, (inside) =>
    inside.replaceAll(/(lit-part) \S+?-->/g, '$1 other-->'),
  );
  assert.notEqual(other, sent);
  return other;
}
