import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { Cloud } from './cloud.js';
import { isFromLoopback } from './loopback.js';

/**
 * @typedef {import('./cloud.js').CloudOptions & {
 *   http?: import('node:http').Server,
 *   port?: number,
 * }} ChatServerOptions `http` is a listening server to share; else one is made, on `port`, 0 for any
 *   free one
 */

/** In bytes; the largest requests of the SDK name 500 users. */
const largestFrame = 1_000_000;

/** The cloud behind WebSockets. */
export class ChatServer extends Cloud {
  #http;
  #sockets = new WebSocketServer({ noServer: true, maxPayload: largestFrame });

  /** @param {ChatServerOptions & { http: import('node:http').Server }} options */
  constructor({ http, ...options }) {
    super(options);
    this.#http = http;
    http.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  /** The `proxyServer` of a login. */
  get url() {
    const address = /** @type {import('node:net').AddressInfo} */ (this.#http.address());
    return `ws://127.0.0.1:${address.port}`;
  }

  async close() {
    this.stop();
    const closed = new Promise((resolve) => this.#http.close(resolve));
    this.#http.closeAllConnections();
    await closed;
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:stream').Duplex} socket
   * @param {Buffer} head
   */
  #upgrade(request, socket, head) {
    const path = request.url?.split('?')[0] ?? '/';
    if (!this.takes(path) || !isFromLoopback(request)) {
      socket.destroy();
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (client) => {
      const { receive, close } = this.open(client, path);
      client.on('message', (data) => receive(String(data)));
      client.on('error', () => client.terminate());
      client.on('close', close);
    });
  }
}

/**
 * @param {ChatServerOptions} [options]
 * @returns {Promise<ChatServer>} listening on the loopback
 */
export async function startChatServer({ port = 0, ...options } = {}) {
  const http = options.http ?? createServer((_request, response) => response.writeHead(404).end());
  const server = new ChatServer({ ...options, http });
  if (!options.http) {
    await new Promise((resolve, reject) => {
      http.once('error', reject);
      http.listen(port, '127.0.0.1', () => resolve(undefined));
    });
  }
  return server;
}
