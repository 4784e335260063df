/**
 * @typedef {'delay' | 'hold' | 'swallow' | 'reorder' | 'fail'} FaultKind
 *
 * @typedef {object} Fault what goes wrong with one command
 * @property {FaultKind} kind
 * @property {string} command the whole `servcmd`, its last part, or `*` for every command
 * @property {string[]} [except] commands that it leaves alone
 * @property {number} [times] how often; until cleared when left out
 * @property {number} [ms] of `delay`
 * @property {number} [count] of `reorder`: so many replies are collected, then sent last to first
 * @property {number} [code] of `fail`
 * @property {string} [message] of `fail`
 */

/**
 * @param {string} command
 * @param {string} servcmd
 */
const concerns = (command, servcmd) =>
  command === '*' || command === servcmd || servcmd.endsWith(`.${command}`);

/**
 * @param {Fault} fault
 * @param {string} servcmd
 */
const isOf = ({ command, except = [] }, servcmd) =>
  concerns(command, servcmd) && !except.some((each) => concerns(each, servcmd));

const kinds = ['delay', 'hold', 'swallow', 'reorder', 'fail'];

/**
 * Everything that can go wrong between a request and its reply. A failed command does nothing; a
 * command whose reply is late or lost was carried out all the same, as on a bad network.
 */
export class Faults {
  /** @type {Fault[]} */
  #rules = [];
  /** @type {{ servcmd: string, fault: Fault, send: () => void }[]} */
  #held = [];
  /** @type {Set<NodeJS.Timeout>} */
  #timers = new Set();

  /** @returns {readonly Fault[]} */
  get rules() {
    return this.#rules;
  }

  /** How many replies wait for `release` or for the rest of a `reorder`. */
  get held() {
    return this.#held.length;
  }

  /** @param {Fault} fault */
  add(fault) {
    if (!kinds.includes(fault.kind) || typeof fault.command !== 'string') {
      throw new TypeError(`A fault needs a command and a kind, one of ${kinds.join(', ')}.`);
    }
    const times = fault.kind === 'reorder' ? (fault.count ?? 2) : fault.times;
    this.#rules.push(times === undefined ? { ...fault } : { ...fault, times });
  }

  /**
   * Ends the faults of one command, or all; what was held is sent.
   *
   * @param {string} [command]
   */
  clear(command = '*') {
    this.#rules = this.#rules.filter((rule) => command !== '*' && rule.command !== command);
    this.release(command);
  }

  /**
   * Sends the held replies, oldest first. New ones are held as before.
   *
   * @param {string} [command]
   */
  release(command = '*') {
    this.#send(this.#take(({ servcmd }) => concerns(command, servcmd)));
  }

  /**
   * @param {string} servcmd
   * @returns {Record<string, unknown> | undefined} the body to answer with instead of obeying
   */
  failureOf(servcmd) {
    const rule = this.#use(servcmd, (kind) => kind === 'fail');
    return rule && { ErrorCode: rule.code ?? 60018, ErrorInfo: rule.message ?? 'made to fail' };
  }

  /**
   * Lets a reply go its way: at once, later, in another order, or never.
   *
   * @param {string} servcmd
   * @param {() => void} send
   */
  deliver(servcmd, send) {
    const fault = this.#use(servcmd, (kind) => kind !== 'fail');
    if (!fault) return send();
    if (fault.kind === 'swallow') return;
    if (fault.kind === 'delay') return this.#later(fault.ms ?? 0, send);
    this.#held.push({ servcmd, fault, send });
    if (fault.kind === 'reorder' && fault.times === 0) {
      this.#send(this.#take((held) => held.fault === fault).reverse());
    }
  }

  /** Forgets all: nothing is sent any more. */
  close() {
    this.#rules = [];
    this.#held = [];
    for (const timer of this.#timers) clearTimeout(timer);
  }

  /**
   * @param {string} servcmd
   * @param {(kind: FaultKind) => boolean} fits
   */
  #use(servcmd, fits) {
    const rule = this.#rules.find((each) => fits(each.kind) && isOf(each, servcmd));
    if (rule?.times === undefined) return rule;
    rule.times -= 1;
    if (rule.times <= 0) this.#rules = this.#rules.filter((other) => other !== rule);
    return rule;
  }

  /** @param {(held: { servcmd: string, fault: Fault }) => boolean} fits */
  #take(fits) {
    const taken = this.#held.filter(fits);
    this.#held = this.#held.filter((held) => !taken.includes(held));
    return taken;
  }

  /** @param {{ send: () => void }[]} replies */
  #send(replies) {
    for (const { send } of replies) send();
  }

  /**
   * @param {number} ms
   * @param {() => void} send
   */
  #later(ms, send) {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      send();
    }, ms);
    this.#timers.add(timer);
  }
}
