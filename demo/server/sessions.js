/** @typedef {import('./connection.js').Connection} Connection */

/** Who is logged in on which connection, and what outlives the connection. */
export class Sessions {
  /** @type {Set<Connection>} */
  #connections = new Set();
  /** @type {Map<number, import('./subscriptions.js').Subscriptions>} */
  #kept = new Map();
  /** @type {Set<string>} */
  #expired = new Set();
  #instances = 10000;
  #world;
  #ledger;
  #keepSubscriptions;

  /**
   * @param {import('./world.js').World} world
   * @param {import('./ledger.js').Ledger} ledger
   * @param {boolean} keepSubscriptions whether a client that reconnects finds them again
   */
  constructor(world, ledger, keepSubscriptions) {
    this.#world = world;
    this.#ledger = ledger;
    this.#keepSubscriptions = keepSubscriptions;
  }

  /**
   * @param {string} [userID] of one user; of all, logged in or not, when left out
   * @returns {Connection[]}
   */
  connections(userID) {
    return [...this.#connections].filter((one) => userID === undefined || one.userID === userID);
  }

  /**
   * The logins of a user that are more than `most`, the oldest ones.
   *
   * @param {string} userID
   * @param {number} most
   */
  surplus(userID, most) {
    const logins = this.connections(userID);
    // One that comes back has its number still, and for a moment two connections.
    const byAge = [...new Set(logins.map(({ instanceID }) => instanceID))].sort((a, b) => a - b);
    const old = byAge.slice(0, -most);
    return logins.filter(({ instanceID }) => old.includes(instanceID));
  }

  /** @param {Connection} connection */
  open(connection) {
    this.#connections.add(connection);
  }

  /** The line is gone; the client may come back. @param {Connection} connection */
  close(connection) {
    this.#connections.delete(connection);
    this.#leave(connection);
  }

  /**
   * A first login gets a new instance; a client that comes back names the one it had.
   *
   * @param {Connection} connection
   * @param {string} userID
   * @param {import('./wire.js').Head} head
   */
  logIn(connection, userID, { identifier, status_instid: instanceID }) {
    const record = this.#ledger.of(userID);
    if (identifier) {
      record.logins += 1;
      this.#expired.delete(userID);
      connection.subscriptions.clear();
      connection.instanceID = this.#instances += 1;
    } else {
      record.relogins += 1;
      connection.instanceID = instanceID ?? 0;
      connection.subscriptions = this.#kept.get(connection.instanceID) ?? connection.subscriptions;
    }
    if (this.#keepSubscriptions) this.#kept.set(connection.instanceID, connection.subscriptions);
    this.#world.account(userID);
    this.#world.setStatus(userID, { status: 1 });
    connection.userID = userID;
  }

  /** @param {Connection} connection */
  logOut(connection) {
    this.#kept.delete(connection.instanceID);
    connection.subscriptions.clear();
    this.#leave(connection);
  }

  /** @param {string} userID whose UserSig is worth nothing until the next login */
  expire(userID) {
    this.#expired.add(userID);
  }

  /** @param {string} userID */
  isExpired(userID) {
    return this.#expired.has(userID);
  }

  /** Removes every subscription of all users. */
  forget() {
    this.#kept.clear();
    for (const { subscriptions } of this.#connections) subscriptions.clear();
  }

  /** A user is seen to go when the last of their pages goes. @param {Connection} connection */
  #leave(connection) {
    const { userID } = connection;
    connection.userID = undefined;
    // Since a login the world may have been filled with other people.
    const isHere = userID !== undefined && this.#world.users.has(userID);
    if (isHere && this.connections(userID).length === 0) {
      this.#world.setStatus(userID, { status: 3 });
    }
  }
}
