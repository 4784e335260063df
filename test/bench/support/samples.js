/**
 * The measured values: a list for each case and implementation, indexed by the round. A round without
 * a value has the reason instead, such as "did not finish in 180 s".
 */
export class Samples {
  /** @type {Record<string, Record<string, (number | string | null)[]>>} */
  #cases;

  constructor(cases = {}) {
    this.#cases = cases;
  }

  /**
   * @param {string} name of the case, such as "W1 idle 10000"
   * @param {string} implementation
   * @param {number} round
   * @param {number | string} value
   */
  add(name, implementation, round, value) {
    const values = ((this.#cases[name] ??= {})[implementation] ??= []);
    while (values.length < round) values.push(null);
    values[round] = value;
  }

  has(name, implementation, round) {
    return this.#rounds(name, implementation)[round] != null;
  }

  /** The names of all cases, in numeric order. */
  get names() {
    return byName(this.#cases).map(([name]) => name);
  }

  implementations(name) {
    return Object.keys(this.#cases[name] ?? {});
  }

  values(name, implementation) {
    return this.#rounds(name, implementation).filter((value) => typeof value === 'number');
  }

  /** The reason why there is no value. */
  failure(name, implementation) {
    return this.#rounds(name, implementation).find((value) => typeof value === 'string');
  }

  median(name, implementation) {
    return median(this.values(name, implementation));
  }

  /**
   * The ratio of two values: the median of the ratios of each round, since a busy machine slows a
   * whole round.
   */
  ratio([name, implementation], [otherName, other]) {
    const others = this.#rounds(otherName, other);
    const ratios = this.#rounds(name, implementation).map((value, round) =>
      typeof value === 'number' ? value / others[round] : NaN,
    );
    return median(ratios.filter(Number.isFinite));
  }

  toJSON() {
    const cases = byName(this.#cases);
    return Object.fromEntries(cases.map(([name, all]) => [name, Object.fromEntries(byName(all))]));
  }

  #rounds(name, implementation) {
    return this.#cases[name]?.[implementation] ?? [];
  }
}

/** The middle value; `undefined` of none. */
export function median(values) {
  if (values.length === 0) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const byName = (object) =>
  Object.entries(object).sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
