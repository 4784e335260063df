import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES = fileURLToPath(new URL('types/', import.meta.url));

/** Follows a line of a fixture that a checker has to refuse. */
const MARK = /^\s*(<!--|\{\/\*) wrong/;

/** Each framework's own checker, and where in what it prints an error's file and line are. */
const CHECKERS = {
  angular: { command: ['ngc', '-p', 'tsconfig.json'], error: /^(\S+):(\d+):\d+ - error/gm },
  react: { command: ['tsc', '--pretty', 'false'], error: /^(\S+)\((\d+),\d+\): error/gm },
  svelte: {
    command: ['svelte-check', '--output', 'machine-verbose'],
    error: /"type":"ERROR","filename":"([^"]+)","start":\{"line":(\d+)/g,
    firstLine: 0,
  },
  vue: { command: ['vue-tsc', '--pretty', 'false'], error: /^(\S+)\((\d+),\d+\): error/gm },
};

/**
 * Checks an installed host together with fixtures of right and of wrong templates: what is marked
 * as wrong is refused, and nothing else is.
 *
 * @param {import('./host-app.js').HostApp} app
 */
export async function checkTypings(app) {
  const { command, error, firstLine = 1 } = CHECKERS[app.name];
  const fixtures = join(TYPES, app.name);
  cpSync(fixtures, join(app.folder, 'src/fixtures'), { recursive: true });
  const output = await app.run('npx', ['--no-install', ...command], { mayFail: true });
  const refused = [...plain(output).matchAll(error)].map(
    ([, file, line]) => `${file}:${Number(line) + 1 - firstLine}`,
  );
  const expected = readdirSync(fixtures).flatMap((file) =>
    markedLines(join(fixtures, file)).map((line) => `src/fixtures/${file}:${line}`),
  );
  assert.ok(expected.length > 0, 'nothing is marked as wrong');
  assert.deepEqual([...new Set(refused)].sort(), expected.sort(), output);
}

function markedLines(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, index) => (MARK.test(text) ? [index] : []));
}

/** Colours are printed even where no terminal shows them. */
function plain(text) {
  // eslint-disable-next-line no-control-regex -- that is how a terminal's colours begin
  return text.replace(/\u001b\[[\d;]*m/g, '');
}
