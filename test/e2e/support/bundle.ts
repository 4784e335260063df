import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';
import { ROOT } from './watched-page.js';

/** A text in one of our files that another version of the package has otherwise. */
export interface OtherVersion {
  readonly file: RegExp;
  readonly from: string;
  readonly to: string;
}

/** Bundles a module as an app would, with the packages that are installed here, and gives its text. */
export async function bundle(code: string, otherVersion?: OtherVersion): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: ROOT },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
    ...(otherVersion && { plugins: [changing(otherVersion)] }),
  });
  return outputFiles[0]!.text;
}

const changing = ({ file, from, to }: OtherVersion): Plugin => ({
  name: 'other-version',
  setup({ onLoad }) {
    onLoad({ filter: file }, ({ path }) => {
      const contents = readFileSync(path, 'utf8');
      assert.ok(contents.includes(from), `${path} has no ${from}`);
      return { contents: contents.replace(from, to) };
    });
  },
});
