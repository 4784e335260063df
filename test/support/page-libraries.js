import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { installPackages } from './browsers.js';

const require = createRequire(import.meta.url);

/**
 * Libraries of pages that replace built-ins, as they are published: npm has MooTools for servers, which
 * is what it does to the built-ins; the whole of it and Prototype.js are packages of Debian. Elsewhere
 * a variable names the file.
 */
const DEBIAN = {
  'Prototype.js 1.7.3': {
    name: 'libjs-prototype',
    file: '/usr/share/javascript/prototype/prototype-1.7.3.js',
    variable: 'PROTOTYPE_JS',
  },
  'MooTools 1.4.5': {
    name: 'libjs-mootools',
    file: '/usr/share/javascript/mootools/mootools.js',
    variable: 'MOOTOOLS_JS',
  },
};

const NPM = { 'MooTools 1.5.2 for servers': 'mootools' };

export const PAGE_LIBRARIES = [...Object.keys(DEBIAN), ...Object.keys(NPM)];

/**
 * The script of a library; as root on Debian it is installed where it is missing.
 *
 * @param {string} library one of {@link PAGE_LIBRARIES}
 */
export function pageLibrary(library) {
  if (library in NPM) return readFileSync(require.resolve(NPM[library]), 'utf8');
  const { name, file, variable } = DEBIAN[library];
  const path = process.env[variable] ?? file;
  if (!existsSync(path)) installPackages([name]);
  if (existsSync(path)) return readFileSync(path, 'utf8');
  throw new Error(`${library} was not found: install ${name}, or name its file in ${variable}.`);
}
