import type { Environment } from '../../environment.js';
import { PresenceError } from '../../presence-error.js';
import type { PresenceErrorReason } from '../../presence-error.js';
import type { TabChannel } from './tab-channel.js';
import type { TabAnswer, TabRequest } from './tab-message.js';

/** A request without an answer fails after this time, in ms: longer than the SDK waits for the service. */
const TIMEOUT = 20_000;

/** The SDK's code for a request without a response. */
const NO_ANSWER = 2801;

interface Pending {
  resolve(answer: TabAnswer): void;
  reject(error: PresenceError): void;
  readonly cancel: () => void;
}

/** The requests of a tab that follows, which the tab that leads makes for it. */
export class TabRequests {
  readonly #channel: TabChannel;
  readonly #environment: Environment;
  readonly #pending = new Map<number, Pending>();
  #nextId = 1;

  constructor(channel: TabChannel, environment: Environment) {
    this.#channel = channel;
    this.#environment = environment;
  }

  /** Sends a request once. Rejects if it is refused, or if no tab answers. */
  ask(request: TabRequest): Promise<TabAnswer> {
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      const cancel = this.#environment.setTimer(() => this.#abandon(id), TIMEOUT);
      this.#pending.set(id, { resolve, reject, cancel });
      this.#channel.post({ type: 'request', id, ...request });
    });
  }

  receive(id: number, answer: TabAnswer): void {
    const pending = this.#pending.get(id);
    if (!pending) return;
    this.#pending.delete(id);
    pending.cancel();
    const { reason, code = 0, message = '' } = answer;
    if (reason) pending.reject(errorFrom(reason, code, message));
    else pending.resolve(answer);
  }

  /** The tab that leads is gone: whether it has made the requests is not known. */
  abandonAll(): void {
    for (const id of [...this.#pending.keys()]) this.#abandon(id);
  }

  #abandon(id: number): void {
    this.receive(id, { reason: 'timeout', code: NO_ANSWER });
  }
}

/** The error of another tab. Its message is in that page's language: kept only for `unknown`. */
export function errorFrom(
  reason: PresenceErrorReason,
  code: number,
  message: string,
): PresenceError {
  return new PresenceError(reason, code, reason === 'unknown' ? message : '');
}
