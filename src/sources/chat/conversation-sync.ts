import type { Environment } from '../../environment.js';
import type { ChatInstance } from './chat-instance.js';
import { synchronizedConversations } from './synchronized.js';

/** Waits between checks, in ms: they double, each with jitter. */
const FIRST_WAIT = 2_000;
const LAST_WAIT = 60_000;

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
    const wait = Math.min(FIRST_WAIT * 2 ** this.#checks++, LAST_WAIT);
    const jitter = 0.75 + environment.random() / 2;
    const check = (): void => {
      this.#check().catch((error: unknown) => environment.reportError(error));
    };
    this.#cancel = environment.setTimer(check, wait * jitter);
  }

  async #check(): Promise<void> {
    const generation = this.#generation;
    const conversations = await synchronizedConversations(this.#chat()).catch(() => undefined);
    if (generation !== this.#generation) return;
    if (conversations) await this.#onSynchronized();
    else this.#schedule();
  }
}
