/** Writes the `integrity` value of each bundle to dist/cdn/integrity.json, for `<script integrity>`. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const FOLDER = new URL('dist/cdn/', import.meta.url);

const integrityOf = (name) => {
  const content = readFileSync(new URL(name, FOLDER));
  return `sha384-${createHash('sha384').update(content).digest('base64')}`;
};

const names = readdirSync(FOLDER, { recursive: true })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.js'));
const values = Object.fromEntries(names.sort().map((name) => [name, integrityOf(name)]));
writeFileSync(new URL('integrity.json', FOLDER), `${JSON.stringify(values, null, 2)}\n`);
