/**
 * @typedef {import('./wire.js').Frame} Frame
 *
 * @typedef {object} Socket as much of one of `ws` as is used here
 * @property {number} readyState
 * @property {(data: Uint8Array, options: { binary: boolean }) => void} send
 * @property {() => void} terminate
 */

/** `open`. */
const open = 1;

/** One open socket and, from login to logout, the user behind it. */
export class Connection {
  /** @type {string | undefined} */
  userID;
  instanceID = 0;
  /** @type {import('./subscriptions.js').Subscriptions} */
  subscriptions;
  #socket;
  #binary;

  /**
   * @param {Socket} socket
   * @param {boolean} binary the client reads binary frames only, or text frames only, by its path
   * @param {import('./subscriptions.js').Subscriptions} subscriptions
   */
  constructor(socket, binary, subscriptions) {
    this.#socket = socket;
    this.#binary = binary;
    this.subscriptions = subscriptions;
  }

  /** @param {Frame} frame */
  send(frame) {
    if (this.#socket.readyState !== open) return;
    this.#socket.send(new TextEncoder().encode(JSON.stringify(frame)), { binary: this.#binary });
  }

  /** Cuts the line without a goodbye. */
  drop() {
    this.#socket.terminate();
  }
}
