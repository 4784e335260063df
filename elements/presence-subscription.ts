import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PresenceController } from '../src/presence-controller.js';
import { PresenceHub } from './presence-hub.js';

export interface PresenceSubscriptionOptions {
  /** The presence controller to subscribe to; `undefined` for none. */
  controller: () => PresenceController | undefined;
  /** The user to observe, by ID. Without one only changes that concern every user count. */
  user?: () => string | undefined;
  /** Whether the user wants a subscription (default), or else a status by query is enough. */
  live?: () => boolean;
}

/**
 * Subscribes an element to a presence controller, and to one user if there is one: the element is
 * updated after the user's presence, or display, state, error or language have changed.
 *
 * It starts with the first update after the host is connected, when properties that were set before
 * the upgrade are known, and stops when the host is disconnected. Each update of the host compares
 * controller and user and follows a new one. Read the presence from the controller at any time.
 */
export class PresenceSubscription implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: PresenceSubscriptionOptions;
  #isConnected = false;
  #controller: PresenceController | undefined;
  #user: string | undefined;
  #isLive = true;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, options: PresenceSubscriptionOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    if (!this.#isConnected) return;
    const controller = this.#options.controller();
    const user = this.#options.user?.() || undefined;
    const isLive = this.#options.live?.() ?? true;
    const isSame = controller === this.#controller && user === this.#user;
    if (isSame && isLive === this.#isLive) return;
    this.#unsubscribe();
    this.#isLive = isLive;
    if (controller) this.#subscribe(controller, user);
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#unsubscribe();
  }

  #subscribe(controller: PresenceController, user: string | undefined): void {
    this.#controller = controller;
    this.#user = user;
    const update = (): void => this.#host.requestUpdate();
    const hub = PresenceHub.of(controller);
    hub.add(update);
    const stopObserving = user && controller.observe(user, update, { live: this.#isLive });
    this.#stop = () => {
      hub.remove(update);
      if (stopObserving) stopObserving();
    };
  }

  #unsubscribe(): void {
    this.#stop?.();
    this.#stop = this.#controller = this.#user = undefined;
  }
}
