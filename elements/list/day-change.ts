import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Environment } from '../../src/environment.js';

/**
 * How often the day is checked, in ms: a timer until midnight would be hours late after the device has
 * slept, and there is no event for a clock that is set.
 */
const MINUTE = 60_000;

/** Updates an element when the day has changed, so that times in words stay right. */
export class DayChange implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #environment: () => Environment;
  #day = '';
  #cancel: (() => void) | undefined;
  #stopObserving: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, environment: () => Environment) {
    this.#host = host;
    this.#environment = environment;
    host.addController(this);
  }

  hostUpdated(): void {
    this.hostDisconnected();
    if (!this.#host.isConnected) return;
    this.#day = this.#today;
    this.#stopObserving = this.#environment().observeActivity(() => this.#check());
    this.#schedule();
  }

  hostDisconnected(): void {
    this.#cancel?.();
    this.#stopObserving?.();
    this.#cancel = this.#stopObserving = undefined;
  }

  get #today(): string {
    return new Date(this.#environment().now()).toDateString();
  }

  #schedule(): void {
    const { now, setTimer } = this.#environment();
    const untilMidnight = new Date(now()).setHours(24, 0, 0, 0) - now();
    this.#cancel = setTimer(
      () => {
        this.#schedule();
        this.#check();
      },
      Math.min(MINUTE, untilMidnight),
    );
  }

  #check(): void {
    if (this.#today !== this.#day) this.#host.requestUpdate();
  }
}
