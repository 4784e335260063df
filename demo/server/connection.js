import { WebSocket } from 'ws';

/** @typedef {import('./wire.js').Frame} Frame */

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
   * @param {WebSocket} socket
   * @param {boolean} binary the client hears binary frames only, or text frames only, by its path
   * @param {import('./subscriptions.js').Subscriptions} subscriptions
   */
  constructor(socket, binary, subscriptions) {
    this.#socket = socket;
    this.#binary = binary;
    this.subscriptions = subscriptions;
  }

  /** @param {Frame} frame */
  send(frame) {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    this.#socket.send(Buffer.from(JSON.stringify(frame)), { binary: this.#binary });
  }

  /** Cuts the line without a goodbye. */
  drop() {
    this.#socket.terminate();
  }
}
