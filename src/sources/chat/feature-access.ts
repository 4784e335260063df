import type { Environment } from '../../environment.js';
import { presenceError } from '../../presence-error.js';
import type { PresenceError } from '../../presence-error.js';
import type { ChatInstance } from './chat-instance.js';

/** The number of user status among the SDK's commercial abilities: bit 7 (Chat SDK 3.6.6). */
const ABILITY = 2 ** 7;
/** The ability may arrive about a second after the login; until then a refusal says little, in ms. */
const GRACE = 3_000;
/** Waits between checks for the ability, in ms: they double. A check makes no call to the service. */
const FIRST_WAIT = 250;
const LAST_WAIT = 15_000;

/**
 * Knows whether the app may use user status at all: the plan may lack it (3122), or the console has
 * it switched off (72001). While the plan lacks it, checks from time to time whether it has come.
 */
export class FeatureAccess {
  readonly #environment: Environment;
  readonly #chat: () => ChatInstance | undefined;
  readonly #onGranted: () => void;
  #isDenied = false;
  #startedAt = 0;
  #wait = FIRST_WAIT;
  #cancel: (() => void) | undefined;
  /** Counts up when a check under way has become void. */
  #generation = 0;

  constructor(
    environment: Environment,
    chat: () => ChatInstance | undefined,
    onGranted: () => void,
  ) {
    this.#environment = environment;
    this.#chat = chat;
    this.#onGranted = onGranted;
  }

  /** Whether the service has refused the feature, and not only for the moment. */
  get isDenied(): boolean {
    return this.#isDenied;
  }

  /** From now on a refusal may mean that the ability is on its way. */
  start(): void {
    this.#isDenied = false;
    this.#startedAt = this.#environment.elapsed();
    this.#wait = FIRST_WAIT;
  }

  stop(): void {
    this.#generation += 1;
    this.#cancel?.();
    this.#cancel = undefined;
  }

  /** Takes note of a failed call; returns the error that it means. */
  callFailed(error: PresenceError): PresenceError {
    if (error.reason === 'feature-disabled') this.#isDenied = true;
    if (error.reason !== 'plan-unsupported') return error;
    this.#poll();
    return this.#isDenied ? error : presenceError('not-logged-in', error.code, '', error);
  }

  #poll(): void {
    if (this.#environment.elapsed() - this.#startedAt >= GRACE) this.#isDenied = true;
    this.#cancel ??= this.#environment.setTimer(() => {
      this.#cancel = undefined;
      this.#wait = Math.min(this.#wait * 2, LAST_WAIT);
      void this.#check();
    }, this.#wait);
  }

  async #check(): Promise<void> {
    const generation = this.#generation;
    const isEnabled = await this.#isEnabled();
    if (generation !== this.#generation) return;
    if (isEnabled) {
      this.#isDenied = false;
      this.#onGranted();
    } else {
      this.#poll();
    }
  }

  async #isEnabled(): Promise<boolean> {
    try {
      const answer = await this.#chat()?.callExperimentalAPI?.(
        'isCommercialAbilityEnabled',
        ABILITY,
      );
      return (answer as { data?: { enabled?: boolean } } | undefined)?.data?.enabled === true;
    } catch {
      // An older SDK has no such call.
      return false;
    }
  }
}
