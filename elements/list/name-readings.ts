import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { loadHanReadings, needHanReadings, observeHanReadings } from '../../src/contacts/index.js';
import type { Contact } from '../../src/contacts/index.js';

export interface SearchedNames {
  readonly contacts: readonly Contact[];
  /** The language of the page. */
  readonly lang: string;
}

/** A list whose names are searched. */
export interface SearchedList extends ReactiveControllerHost, HTMLElement {
  /** What is searched for now. */
  readonly filter: string;
  readonly loading: boolean;
}

/**
 * Loads how Chinese names are read, once for the page, as soon as a list with such names is searched
 * or may be next: there is a filter, the search field has the focus, or a key was pressed in the list.
 * What is searched for is then found by its readings. Where they cannot be had, the list goes on
 * without them, and the next list that is connected tries again.
 */
export class NameReadings implements ReactiveController {
  readonly #host: SearchedList;
  readonly #names: () => SearchedNames;
  #stop: (() => void) | undefined;
  #isExpected = false;
  #isRequested = false;

  constructor(host: SearchedList, names: () => SearchedNames) {
    this.#host = host;
    this.#names = names;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isRequested = false;
    this.#stop = observeHanReadings(() => this.#host.requestUpdate());
    // The key that brings the focus here is released here.
    this.#host.addEventListener('keyup', this.expectSearch);
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#host.removeEventListener('keyup', this.expectSearch);
  }

  /** Not called on a server. */
  hostUpdated(): void {
    if (this.#isRequested) return;
    const { contacts, lang } = this.#names();
    if (!(this.#isExpected || this.#host.filter) || !needHanReadings(contacts, lang)) return;
    this.#isRequested = true;
    void loadHanReadings();
  }

  /** The user may be about to search. */
  readonly expectSearch = (): void => {
    this.#isExpected = true;
    this.hostUpdated();
  };
}
