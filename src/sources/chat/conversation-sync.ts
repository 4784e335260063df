import type { Environment } from '../../environment.js';
import { retryDelay } from '../../retry-delay.js';
import type { ChatInstance } from './chat-instance.js';
import { synchronizedConversations } from './synchronized.js';

/** The waits between checks, in ms. */
const WAITS = { first: 2_000, last: 60_000 };

/**
 * Brings conversations that the service has refused, or did not send: after such a failure the SDK
 * requests them again only when a page asks for them (Chat SDK 3.6.6; `lite-chat` never does).
 */
export class ConversationSync {
  readonly #environment: Environment;
  readonly #chat: () => ChatInstance | undefined;
  readonly #onSynchronized: () => Promise<void>;
  #checks = 0;
  #cancel: (() => void) | undefined;
  /** Counts up when a check under way has become void. */
  #generation = 0;

  constructor(
    environment: Environment,
    chat: () => ChatInstance | undefined,
    onSynchronized: () => Promise<void>,
  ) {
    this.#environment = environment;
    this.#chat = chat;
    this.#onSynchronized = onSynchronized;
  }

  /** A user has logged in, or is connected again: the SDK requests the conversations by itself, once. */
  start(): void {
    this.stop();
    this.#schedule();
  }

  stop(): void {
    this.#generation += 1;
    this.#checks = 0;
    this.#cancel?.();
  }

  #schedule(): void {
    const environment = this.#environment;
    const wait = retryDelay(this.#checks++, environment.random(), WAITS);
    const check = (): void => {
      this.#check().catch((error: unknown) => environment.reportError(error));
    };
    this.#cancel = environment.setTimer(check, wait);
  }

  async #check(): Promise<void> {
    const generation = this.#generation;
    const conversations = await synchronizedConversations(this.#chat()).catch(() => undefined);
    if (generation !== this.#generation) return;
    if (conversations) await this.#onSynchronized();
    else this.#schedule();
  }
}
