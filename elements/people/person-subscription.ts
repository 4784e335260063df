import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Contact } from '../../src/contacts/index.js';
import type { Directory } from '../../src/directory.js';

export interface PersonSubscriptionOptions {
  readonly directory: () => Directory;
  /** Whose profiles are wanted; none while the page gives them itself. */
  readonly userIDs: () => readonly string[];
  /** Called when a profile, or the contacts or blocked users of the source, have changed. */
  readonly onChange?: () => void;
}

/**
 * Loads the profiles of users for an element, and updates it when they, or the contacts or blocked
 * users of the source, have changed. All elements of a page ask the same directory, which collects
 * what they want.
 */
export class PersonSubscription implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: PersonSubscriptionOptions;
  #directory: Directory | undefined;
  #contacts: readonly Contact[] | undefined;
  #blocked: ReadonlySet<string> | undefined;
  #key = '';
  #stops: (() => void)[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement, options: PersonSubscriptionOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** While the host was not there, anything may have changed. */
  hostConnected(): void {
    this.#onChange();
  }

  hostUpdate(): void {
    if (!this.#host.isConnected) return;
    const directory = this.#options.directory();
    const userIDs = this.#options.userIDs();
    const key = JSON.stringify(userIDs);
    if (directory === this.#directory && key === this.#key) return;
    const outdated = this.#stops;
    this.#directory = directory;
    this.#contacts = directory.contacts;
    this.#blocked = directory.blocked;
    this.#key = key;
    this.#stops = [
      directory.observe(() => this.#onDirectory()),
      directory.observePerson(userIDs, () => this.#onChange()),
    ];
    // A user who was wanted before and still is stays wanted throughout.
    for (const each of outdated) each();
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#directory = undefined;
  }

  /** The directory also notifies of conversations, which change nothing here. */
  #onDirectory(): void {
    const { contacts, blocked } = this.#directory!;
    if (contacts === this.#contacts && blocked === this.#blocked) return;
    this.#contacts = contacts;
    this.#blocked = blocked;
    this.#onChange();
  }

  #onChange(): void {
    this.#options.onChange?.();
    this.#host.requestUpdate();
  }
}
