import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Samples } from './samples.js';

/**
 * The results of all workloads, kept in a folder, so that a run can be interrupted and the whole be
 * measured in parts. A workload that is measured again replaces its former results.
 */
export class Results {
  #file;
  /** @type {Record<string, { where: object, date: string, minutes: number, samples: object }>} */
  #workloads;

  /** @param {URL} [folder] without one, results are not kept */
  constructor(folder) {
    if (folder) {
      mkdirSync(folder, { recursive: true });
      this.#file = new URL('samples.json', folder);
    }
    this.#workloads =
      this.#file && existsSync(this.#file) ? JSON.parse(readFileSync(this.#file, 'utf8')) : {};
  }

  /**
   * @param {string} workload
   * @param {Samples} samples
   * @param {object} origin
   * @param {string} origin.browser its version
   * @param {string} [origin.beside] the other checkout
   * @param {number} origin.minutes
   */
  add(workload, samples, { browser, beside, minutes }) {
    const [{ model }] = cpus();
    const where = {
      browser,
      processor: `${cpus().length} cores of ${model}`,
      commit: commitOf(fileURLToPath(new URL('.', import.meta.url))),
      before: beside && commitOf(beside),
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

  /** The workloads by commits, browser and processor, with the minutes that they took. */
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

/** The commit of a checkout; `-dirty` marks uncommitted changes other than results. */
function commitOf(cwd) {
  const git = (...parameters) =>
    execFileSync('git', parameters, {
      cwd,
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
