/** Values of one kind, a list for each case and implementation. */
export class Samples {
  /** @type {Map<string, Map<string, number[]>>} */
  #cases = new Map();

  /** @param {string} name of the case, such as "W1 cpu 10000" */
  add(name, implementation, value) {
    if (!this.#cases.has(name)) this.#cases.set(name, new Map());
    const values = this.#cases.get(name);
    if (!values.has(implementation)) values.set(implementation, []);
    values.get(implementation).push(value);
  }

  get names() {
    return [...this.#cases.keys()];
  }

  values(name, implementation) {
    return this.#cases.get(name)?.get(implementation) ?? [];
  }

  implementations(name) {
    return [...(this.#cases.get(name)?.keys() ?? [])];
  }

  median(name, implementation) {
    return median(this.values(name, implementation));
  }

  /**
   * How many times as much as another, round by round, since a busy machine slows a whole round:
   * the median of all rounds.
   */
  ratio([name, implementation], [otherName, other]) {
    const values = this.values(name, implementation);
    const others = this.values(otherName, other);
    return median(values.slice(0, others.length).map((value, round) => value / others[round]));
  }
}

/** The middle value; `undefined` of none. */
export function median(values) {
  if (values.length === 0) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
