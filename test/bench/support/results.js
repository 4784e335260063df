import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { Samples } from './samples.js';

/**
 * All that was measured into a folder, workload by workload, so that a run can be cut and the whole
 * be measured in parts. A workload that is measured again replaces what was there.
 */
export class Results {
  #file;
  /** @type {Record<string, { where: object, date: string, minutes: number, samples: object }>} */
  #workloads;

  /** @param {URL | undefined} folder where they are kept, if they are */
  constructor(folder) {
    if (folder) {
      mkdirSync(folder, { recursive: true });
      this.#file = new URL('samples.json', folder);
    }
    this.#workloads =
      this.#file && existsSync(this.#file) ? JSON.parse(readFileSync(this.#file, 'utf8')) : {};
  }

  /** @param {string} version of the browser */
  add(workload, samples, version, minutes) {
    const [{ model }] = cpus();
    const where = {
      browser: version,
      processor: `${cpus().length} cores of ${model}`,
      commit: commit(),
    };
    const date = new Date().toISOString().slice(0, 16).replace('T', ' ');
    this.#workloads[workload] = { where, date, minutes, samples: samples.toJSON() };
    if (this.#file) writeFileSync(this.#file, `${JSON.stringify(this.#workloads)}\n`);
  }

  get workloads() {
    return Object.keys(this.#workloads).sort();
  }

  get samples() {
    const all = Object.values(this.#workloads).map(({ samples }) => samples);
    return new Samples(Object.assign({}, ...all));
  }

  /** The workloads of each commit, browser and processor, and what they took. */
  get origins() {
    const origins = new Map();
    for (const workload of this.workloads) {
      const { where, date, minutes } = this.#workloads[workload];
      const key = JSON.stringify(where);
      const origin = origins.get(key) ?? { ...where, workloads: [], date, minutes: 0 };
      origin.workloads.push(workload);
      origin.minutes += minutes;
      origins.set(key, origin);
    }
    return [...origins.values()];
  }
}

/** What is measured, if this is a clone; `-dirty` says that it is more than that, results left out. */
function commit() {
  const git = (...parameters) =>
    execFileSync('git', parameters, {
      cwd: new URL('.', import.meta.url),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  try {
    const results = ':(top,exclude)test/bench/results';
    const changes = git('status', '--porcelain', '--untracked-files=no', '--', ':/', results);
    return git('rev-parse', '--short', 'HEAD') + (changes ? '-dirty' : '');
  } catch {
    return 'unknown';
  }
}
