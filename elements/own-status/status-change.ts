import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PresenceController } from '../../src/presence-controller.js';
import type { ClearAfter } from './clear-after.js';
import { StatusExpiry } from './status-expiry.js';

/** What the user wants to be shown, and for how long. */
export interface WantedStatus {
  readonly text: string;
  readonly clearAfter: ClearAfter | undefined;
}

export interface StatusChangeOptions {
  readonly controller: () => PresenceController;
  /** Called after the service has taken the words. */
  readonly onChange: (text: string) => void;
}

/**
 * Sends the words of the user to the service. They are shown at once; those that the service refuses
 * go, and can be sent again. Of several changes the last one counts.
 */
export class StatusChange implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: StatusChangeOptions;
  #isConnected = false;
  #pending: WantedStatus | undefined;
  #refused: WantedStatus | undefined;
  #error: unknown;

  constructor(host: ReactiveControllerHost, options: StatusChangeOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isConnected = true;
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.dismiss();
  }

  /** What was sent and is not answered yet. */
  get pending(): WantedStatus | undefined {
    return this.#pending;
  }

  /** Why the last words were refused; `undefined` if they were not. */
  get error(): unknown {
    return this.#refused && this.#error;
  }

  /** What one user wanted is nothing to the next. */
  forget(): void {
    this.#pending = undefined;
    this.dismiss();
  }

  /** Takes the error away. */
  dismiss(): void {
    if (!this.#refused) return;
    this.#refused = this.#error = undefined;
    this.#host.requestUpdate();
  }

  /** Sends what was refused once more. */
  retry(): void {
    if (this.#refused) this.send(this.#refused);
  }

  send(wanted: WantedStatus): void {
    const controller = this.#options.controller();
    const { userID } = controller;
    if (userID === undefined) return;
    const expiry = StatusExpiry.of(controller);
    const before = expiry.get(userID);
    this.#pending = wanted;
    this.dismiss();
    this.#host.requestUpdate();
    // Stored first: the page may be closed before the service has answered.
    expiry.set(userID, wanted.text, wanted.clearAfter);
    call(controller, wanted.text).then(
      () => {
        if (this.#settle(wanted)) this.#options.onChange(wanted.text);
      },
      (error: unknown) => {
        const isLast = this.#settle(wanted);
        if (!isLast) return;
        expiry.restore(userID, before);
        if (!this.#isConnected) return;
        this.#refused = wanted;
        this.#error = error;
      },
    );
  }

  /** Ends a change; returns whether it is the last one. */
  #settle(wanted: WantedStatus): boolean {
    if (this.#pending !== wanted) return false;
    this.#pending = undefined;
    this.#host.requestUpdate();
    return true;
  }
}

/** Rejects where the controller of the page is of an older version, which has no `setOwnStatus`. */
async function call(controller: PresenceController, text: string): Promise<void> {
  await controller.setOwnStatus(text);
}
