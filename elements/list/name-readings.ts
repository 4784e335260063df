import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { loadHanReadings, needHanReadings, observeHanReadings } from '../../src/contacts/index.js';
import type { Contact } from '../../src/contacts/index.js';

export interface ReadNames {
  readonly contacts: readonly Contact[];
  /** The language of the page. */
  readonly lang: string;
}

/**
 * Loads how Chinese names are read as soon as a list has some, once for the page; what is searched for
 * is then found by its readings. Where they cannot be had, the list goes on without them, and the
 * next list that is connected tries again.
 */
export class NameReadings implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #names: () => ReadNames;
  #stop: (() => void) | undefined;
  #isRequested = false;

  constructor(host: ReactiveControllerHost, names: () => ReadNames) {
    this.#host = host;
    this.#names = names;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isRequested = false;
    this.#stop = observeHanReadings(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stop?.();
  }

  /** Not called on a server. */
  hostUpdated(): void {
    if (this.#isRequested) return;
    const { contacts, lang } = this.#names();
    if (!needHanReadings(contacts, lang)) return;
    this.#isRequested = true;
    void loadHanReadings();
  }
}
