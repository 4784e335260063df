import { once } from 'node:events';
import { WebSocket } from 'ws';

/** A client that speaks the wire by hand, one call at a time or many. */
export class RawClient {
  /** Everything that came and answers no call, oldest first. */
  pushes = [];
  #socket;
  #sequence = 0;
  #calls = new Map();
  #waiting = [];
  #head = {};

  constructor(socket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#receive(JSON.parse(String(data))));
  }

  /** Connects; rejects when the server refuses connections. */
  static async open(url, path = '/binfo', headers = {}) {
    const socket = new WebSocket(url + path, { headers });
    const client = new RawClient(socket);
    await once(socket, 'open');
    return client;
  }

  /** Connects and logs in. */
  static async logIn(url, userID = 'alice') {
    const client = await RawClient.open(url);
    await client.logIn({ identifier: userID, usersig: 'any' });
    return client;
  }

  /** Sends `wslogin` with this in its head, and keeps what the reply says for later calls. */
  async logIn(head) {
    const reply = await this.call('im_open_status.wslogin', { State: 'Online' }, head);
    if (reply.ErrorCode === 0) {
      this.#head = { a2: reply.A2Key, tinyid: reply.TinyId, status_instid: reply.InstId };
    }
    return reply;
  }

  /** What a client that lost its line puts into the head of its next login. */
  get returning() {
    return this.#head;
  }

  /** Sends a request and waits for the body of its reply. */
  call(servcmd, body, head = this.#head) {
    const seq = (this.#sequence += 1);
    this.#socket.send(JSON.stringify({ head: { ...head, servcmd, seq }, body }));
    return new Promise((resolve) => this.#calls.set(servcmd + seq, resolve));
  }

  subscribe(...userIDs) {
    return this.call('im_open_status.ws_status_subscribe', { To_Account: userIDs });
  }

  unsubscribe(...userIDs) {
    return this.call('im_open_status.ws_status_unsubscribe', { To_Account: userIDs });
  }

  query(...userIDs) {
    return this.call('im_open_status.ws_get_user_status', { To_Account: userIDs });
  }

  /** The next push, also one that came already. */
  async nextPush() {
    if (this.pushes.length === 0) await new Promise((resolve) => this.#waiting.push(resolve));
    return this.pushes.shift();
  }

  /** Waits for an answer, after which everything the server sent before has arrived. */
  async settle() {
    await this.call('heartbeat.alive', {});
  }

  sendText(text) {
    this.#socket.send(text);
  }

  end() {
    this.#socket.close();
  }

  /** Resolves when the line is cut. */
  get closed() {
    return this.#socket.readyState === WebSocket.CLOSED
      ? Promise.resolve()
      : once(this.#socket, 'close');
  }

  #receive({ head, body }) {
    const call = this.#calls.get(head.servcmd + head.seq);
    if (call) {
      this.#calls.delete(head.servcmd + head.seq);
      call(body);
      return;
    }
    this.pushes.push({ head, body });
    this.#waiting.shift()?.();
  }
}

/** The status entries of a push: `[userID, status, customStatus]` each. */
export const statusesIn = ({ body }) =>
  body.EventArray.flatMap(({ UserStatusList = [] }) => UserStatusList).map(
    ({ To_Account, Status, CustomStatus }) => [
      To_Account,
      Status,
      Buffer.from(CustomStatus, 'base64').toString(),
    ],
  );

/** `user0`, `user1` and so on. */
export const users = (count, from = 0) =>
  Array.from({ length: count }, (_, index) => `user${from + index}`);
