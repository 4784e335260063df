/**
 * The loopback cloud inside a page, for a site without a server: a classic script of its own that
 * runs before all others. The official SDK logs in to it and notices nothing.
 */
import { Cloud } from './cloud.js';
import { makeWorld } from './world.js';

const cloud = new Cloud({ world: makeWorld({ friends: 40, conversations: 12 }) });
cloud.live(4);

/** As much of a WebSocket as the SDK uses, with the cloud at its other end. */
class LoopbackSocket extends EventTarget {
  static CONNECTING = 0;
  static OPEN = 1;
  static CLOSING = 2;
  static CLOSED = 3;

  binaryType = 'blob';
  readyState = LoopbackSocket.CONNECTING;
  #client;

  /** @param {string} url */
  constructor(url) {
    super();
    const path = new URL(url).pathname;
    // The code that makes a socket adds its listeners first.
    setTimeout(() => {
      if (!cloud.takes(path)) return this.close();
      this.readyState = LoopbackSocket.OPEN;
      this.#client = cloud.open(
        {
          readyState: LoopbackSocket.OPEN,
          send: (bytes, { binary }) => this.#hear(bytes, binary),
          terminate: () => this.close(),
        },
        path,
      );
      this.#tell(new Event('open'));
    });
  }

  /** @param {string | ArrayBuffer | ArrayBufferView} data */
  send(data) {
    const text = typeof data === 'string' ? data : new TextDecoder().decode(data);
    queueMicrotask(() => this.#client?.receive(text));
  }

  close() {
    if (this.readyState === LoopbackSocket.CLOSED) return;
    this.readyState = LoopbackSocket.CLOSED;
    this.#client?.close();
    this.#client = undefined;
    this.#tell(new CloseEvent('close', { code: 1006 }));
  }

  #hear(bytes, binary) {
    const { buffer } = bytes;
    const asked = this.binaryType === 'arraybuffer' ? buffer : new Blob([buffer]);
    const data = binary ? asked : new TextDecoder().decode(bytes);
    queueMicrotask(() => this.#tell(new MessageEvent('message', { data })));
  }

  #tell(event) {
    this[`on${event.type}`]?.(event);
    this.dispatchEvent(event);
  }
}

globalThis.WebSocket = LoopbackSocket;
// The SDK would open its socket in a worker, where this one is not.
delete globalThis.Worker;
