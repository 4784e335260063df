import type { Contact, Conversation } from './contacts/contact.js';

/**
 * The contacts and conversations of the logged-in user, as the source has them; `undefined` until
 * it does. Lists without contacts of their own show these.
 */
export class Directory {
  #contacts: readonly Contact[] | undefined;
  #conversations: readonly Conversation[] | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #report: (error: unknown) => void;

  constructor(report: (error: unknown) => void) {
    this.#report = report;
  }

  get contacts(): readonly Contact[] | undefined {
    return this.#contacts;
  }

  get conversations(): readonly Conversation[] | undefined {
    return this.#conversations;
  }

  /** Calls back after either has changed; returns the stop, safe to call twice. */
  observe(listener: () => void): () => void {
    const own = () => listener();
    this.#listeners.add(own);
    return () => {
      this.#listeners.delete(own);
    };
  }

  setContacts(contacts: readonly Contact[] | undefined): void {
    if (contacts === this.#contacts) return;
    this.#contacts = contacts;
    this.#notify();
  }

  setConversations(conversations: readonly Conversation[] | undefined): void {
    if (conversations === this.#conversations) return;
    this.#conversations = conversations;
    this.#notify();
  }

  #notify(): void {
    for (const listener of [...this.#listeners]) {
      if (!this.#listeners.has(listener)) continue;
      try {
        listener();
      } catch (error) {
        this.#report(error);
      }
    }
  }
}
