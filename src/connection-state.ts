import type { Environment } from './environment.js';
import type { PresenceState } from './presence-events.js';

type State = Exclude<PresenceState, 'unavailable'>;

/** How long a new connection may be silent before it counts as lost, in ms. */
const SILENCE = 5_000;

export interface ConnectionStateOptions {
  readonly environment: Environment;
  /** Whether there are requests whose answers would show that the connection works. */
  readonly expectsAnswer: () => boolean;
  /**
   * Called when a connection that the source calls connected begins to count as lost, with whether the
   * service has answered on it before.
   */
  readonly onSilent: (wasAnswering: boolean) => void;
}

/**
 * The state of the connection, as the source says it and as the service's answers show it: a socket
 * may be half-open from the start, after a reconnect, or at any time in between.
 */
export class ConnectionState {
  readonly #options: ConnectionStateOptions;
  #state: State = 'connecting';
  /** How often the service has answered on any connection. */
  #answers = 0;
  /** Whether the service has answered on this connection. */
  #isAnswered = false;
  /** Whether a connection without an answer counts as lost already. */
  #isSilent = false;
  #cancel: (() => void) | undefined;

  constructor(options: ConnectionStateOptions) {
    this.#options = options;
  }

  /** Whether calls may go out, as far as the source says. */
  get isConnected(): boolean {
    return this.#state === 'ready';
  }

  get isLost(): boolean {
    return this.#state === 'disconnected';
  }

  /** To be given back to `timedOut`. */
  get answers(): number {
    return this.#answers;
  }

  get shown(): State {
    const isSilent = this.isConnected && this.#isSilent && this.#options.expectsAnswer();
    return isSilent ? 'disconnected' : this.#state;
  }

  /** A request has gone out. */
  requested(): void {
    if (!this.isConnected || this.#isAnswered || this.#isSilent) return;
    this.#cancel ??= this.#options.environment.setTimer(() => {
      this.#cancel = undefined;
      if (this.#options.expectsAnswer()) this.#becomeSilent();
    }, SILENCE);
  }

  /** The service has answered, or has sent something by itself. */
  answered(): void {
    this.#answers += 1;
    this.#isAnswered = true;
    this.#isSilent = false;
    this.#stopTimer();
  }

  /**
   * Statuses have arrived. The SDK knows that of the logged-in user by itself: it is no sign of the
   * service.
   *
   * @param entries as a source gives them: anything
   */
  received(entries: unknown, userID: string | undefined): void {
    const users = Array.isArray(entries) ? (entries as ({ userID?: unknown } | undefined)[]) : [];
    if (users.some((each) => each?.userID !== userID)) this.answered();
  }

  /** A call has not been answered in time. @param answers when it went out */
  timedOut(answers: number): void {
    if (answers === this.#answers && this.isConnected && !this.#isSilent) this.#becomeSilent();
  }

  /** Another user is logged in, or none. */
  reset(hasUser: boolean): void {
    this.#state = hasUser ? 'connecting' : 'idle';
    this.#isAnswered = this.#isSilent = false;
    this.#stopTimer();
  }

  /** The source says this. Returns whether the connection is lost by it. */
  set(state: 'connecting' | 'connected' | 'disconnected', hasUser: boolean): boolean {
    if (!hasUser) {
      this.#state = state === 'connecting' ? 'connecting' : 'idle';
    } else if (state === 'connected') {
      this.#state = 'ready';
    } else if (this.isConnected) {
      this.#state = 'disconnected';
      this.#isAnswered = false;
      this.#isSilent = true;
      this.#stopTimer();
      return true;
    }
    return false;
  }

  #becomeSilent(): void {
    const wasAnswering = this.#isAnswered;
    this.#isAnswered = false;
    this.#isSilent = true;
    this.#stopTimer();
    this.#options.onSilent(wasAnswering);
  }

  #stopTimer(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}
