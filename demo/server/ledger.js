/** The frequency limit of the cloud counts in spans of this many milliseconds. */
const span = 5000;
const framesKept = 500;

/**
 * @typedef {object} Calls of one command by one user
 * @property {number} count
 * @property {number} refused answered with an error
 * @property {number} mostInFiveSeconds in any span of 5 s
 * @property {number[]} times epoch ms of each call
 * @property {number[]} idCounts how many userIDs each call named
 *
 * @typedef {object} UserRecord
 * @property {Record<string, Calls>} calls by `servcmd`
 * @property {number} logins with a UserSig
 * @property {number} relogins after a lost connection
 * @property {number} maxHeld the most subscriptions one connection ever held
 * @property {string[]} evicted userIDs dropped by the limit, in order
 * @property {number} emptyLists calls with an empty list where users are needed
 * @property {number} unsubscribeAll
 * @property {number} selfInLists calls that named the user themselves
 *
 * @typedef {{ at: number, direction: 'in' | 'out', userID: string | undefined,
 *   servcmd: string, seq: number, body: unknown }} FrameRecord
 */

/** What the server saw of each user: the truth a test compares a client's picture with. */
export class Ledger {
  /** @type {FrameRecord[]} the latest frames, oldest first */
  frames = [];
  /** @type {Map<string, UserRecord>} */
  #users = new Map();
  #now;

  /** @param {() => number} now epoch ms */
  constructor(now) {
    this.#now = now;
  }

  /** Every user who ever called, by userID. */
  get users() {
    return Object.fromEntries(this.#users);
  }

  /**
   * @param {string} userID
   * @returns {UserRecord}
   */
  of(userID) {
    let record = this.#users.get(userID);
    if (!record) {
      record = {
        // The names of commands come from clients.
        calls: Object.create(null),
        logins: 0,
        relogins: 0,
        maxHeld: 0,
        evicted: [],
        emptyLists: 0,
        unsubscribeAll: 0,
        selfInLists: 0,
      };
      this.#users.set(userID, record);
    }
    return record;
  }

  /**
   * @param {string} userID
   * @param {string} servcmd
   * @param {number} idCount
   * @returns {Calls}
   */
  countCall(userID, servcmd, idCount) {
    const { calls } = this.of(userID);
    const record = (calls[servcmd] ??= {
      count: 0,
      refused: 0,
      mostInFiveSeconds: 0,
      times: [],
      idCounts: [],
    });
    const at = this.#now();
    record.count += 1;
    record.times.push(at);
    record.idCounts.push(idCount);
    const recent = record.times.length - record.times.findIndex((time) => time > at - span);
    record.mostInFiveSeconds = Math.max(record.mostInFiveSeconds, recent);
    return record;
  }

  /**
   * @param {'in' | 'out'} direction
   * @param {string | undefined} userID
   * @param {import('./wire.js').Frame} frame
   */
  log(direction, userID, { head: { servcmd, seq }, body }) {
    this.frames.push({ at: this.#now(), direction, userID, servcmd, seq, body });
    if (this.frames.length > framesKept) this.frames.shift();
  }

  /** Starts counting from nothing. */
  reset() {
    this.frames = [];
    this.#users.clear();
  }
}
