import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A command of the service that the engine alone knows, and minifying leaves as it is. */
const ENGINE_MARK = 'im_open_status';

/** What a browser loads before an app starts: the scripts and styles that its page names. */
export class StartFiles {
  #root;
  #files;

  /**
   * @param {string} page its HTML, and after it the header `Link`, if there is one
   * @param {string} root the folder that is served
   */
  constructor(page, root) {
    const names = page.matchAll(/(?:(?:src|href)="|<)\/?([^":<>]+\.(?:js|css))[">]/g);
    this.#root = root;
    this.#files = [...new Set([...names].map(([, name]) => join(root, name)))];
  }

  /** In bytes; lazy chunks are left out. */
  get size() {
    return this.#files.reduce((sum, file) => sum + statSync(file).size, 0);
  }

  /** @throws when a script that the page loads at its start holds the engine */
  leaveOutTheEngine() {
    const scripts = this.#files.filter((file) => file.endsWith('.js'));
    const heavy = scripts.filter(holdsEngine);
    if (scripts.length === 0 || heavy.length > 0) {
      throw new Error(`${heavy.length} of ${scripts.length} scripts hold the engine`);
    }
    const all = readdirSync(this.#root, { recursive: true })
      .filter((file) => file.endsWith('.js'))
      .map((file) => join(this.#root, file));
    if (!all.some(holdsEngine)) throw new Error('no script holds the engine');
  }
}

const holdsEngine = (file) => readFileSync(file, 'utf8').includes(ENGINE_MARK);
