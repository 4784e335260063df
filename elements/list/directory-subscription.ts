import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Directory } from '../../src/directory.js';

/** Updates an element when the contacts or conversations of the source have changed. */
export class DirectorySubscription implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #directoryOf: () => Directory;
  #directory: Directory | undefined;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, directoryOf: () => Directory) {
    this.#host = host;
    this.#directoryOf = directoryOf;
    host.addController(this);
  }

  hostUpdate(): void {
    const directory = this.#directoryOf();
    if (directory === this.#directory || !this.#host.isConnected) return;
    this.hostDisconnected();
    this.#directory = directory;
    this.#stop = directory.observe(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#directory = this.#stop = undefined;
  }
}
