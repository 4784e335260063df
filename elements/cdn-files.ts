import { pageLanguage } from '../src/environment.js';
import { format, stringsFor } from '../src/i18n/index.js';
import { loadError } from '../src/login/load-error.js';

/** Where this script is; of no use in a page's own bundle, or where the page has inlined it. */
const SCRIPT = scriptAddress();

/** Where all copies of the script on a page keep the folder that the last `login` has named. */
const FOLDER = Symbol.for('tui-presence/files');

const page = globalThis as { [FOLDER]?: string | undefined };

/**
 * In the classic script it is taken from the page where the script has none. That throws in a page
 * without an address of its own, such as about:blank, data: and blob:.
 */
function scriptAddress(): string | undefined {
  try {
    return import.meta.url;
  } catch {
    return undefined;
  }
}

/** Loads a file for script tags, which stands beside the script, or in the folder that `login` names. */
export function load(file: string, files: string | undefined): Promise<unknown> {
  page[FOLDER] = files;
  return loadFrom(files, file);
}

/** Loads a file from where the last `login` found its own. */
export const loadBeside = (file: string): Promise<unknown> => loadFrom(page[FOLDER], file);

async function loadFrom(files: string | undefined, file: string): Promise<unknown> {
  const folder = folderOf(files);
  try {
    return (await import(folder + file)) as unknown;
  } catch (cause) {
    const { strings } = stringsFor(pageLanguage());
    throw loadError(cause, format(strings['file-missing'], { file, folder }));
  }
}

/** The folder of the files: the one that the page names, else that of the script, or of the page. */
function folderOf(files: string | undefined): string {
  const path = files ? `${files}/`.replace(/\/+$/, '/') : '.';
  const base = !files && SCRIPT && URL.canParse(path, SCRIPT) ? SCRIPT : document.baseURI;
  // What is no address is named in the error as it was given.
  return URL.canParse(path, base) ? new URL(path, base).href : path;
}
