import type { StatusEntry } from './presence.js';

/**
 * The custom status of the logged-in user: what the service has, and what is being set, which is
 * shown until the service has answered. Pure.
 */
export class OwnStatus {
  #known = '';
  /** What is being set; `undefined` while nothing is. */
  #wanted: string | undefined;
  /** The version of what is known: the response to an earlier query is ignored. */
  #version = 0;
  #requestId = 0;

  /** What is shown as the own custom status. */
  get shown(): string {
    return this.#wanted ?? this.#known;
  }

  /**
   * The service says this of the logged-in user.
   *
   * @returns whether it is newer than what is known
   */
  received({ customStatus }: StatusEntry, version: number): boolean {
    if (version <= this.#version) return false;
    this.#version = version;
    this.#known = typeof customStatus === 'string' ? customStatus : '';
    return true;
  }

  /** A request goes out; returns its ID. */
  begin(customStatus: string, version: number): number {
    this.#wanted = customStatus;
    this.#version = version;
    this.#requestId += 1;
    return this.#requestId;
  }

  /**
   * The service has answered a request. A later request goes on.
   *
   * @param customStatus what is set now; `undefined` after a refusal
   */
  settle(requestId: number, customStatus: string | undefined, version: number): void {
    this.#version = version;
    if (customStatus !== undefined) this.#known = customStatus;
    if (requestId === this.#requestId) this.#wanted = undefined;
  }

  /** Another user is logged in, or none. */
  clear(): void {
    this.#known = '';
    this.#wanted = undefined;
  }
}
