import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PresenceController } from '../src/presence-controller.js';
import type { Presence } from '../src/presence.js';
import { PresenceHub } from './presence-hub.js';

export interface PresenceSubscriptionOptions {
  /** The presence controller to subscribe to; `undefined` for none. */
  controller: () => PresenceController | undefined;
  /** The user to observe, by ID. Without one only changes that concern every user call back. */
  user?: () => string | undefined;
  /** Whether the user wants a subscription (default), or else a status by query is enough. */
  live?: () => boolean;
  /**
   * Called in the controller's frame with the user and the new presence, and without arguments after
   * display, state, error or language have changed. By default it requests an update of the host.
   */
  onChange?: (userID?: string, presence?: Presence) => void;
}

/**
 * Subscribes an element to a presence controller, and to one user if there is one.
 *
 * It starts with the first update after the host is connected, when properties that were set before
 * the upgrade are known, and stops when the host is disconnected. Each update of the host compares
 * controller and user and follows a new one. Read the presence from the controller at any time.
 */
export class PresenceSubscription implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: PresenceSubscriptionOptions;
  readonly #onChange: (userID?: string, presence?: Presence) => void;
  #isConnected = false;
  #controller: PresenceController | undefined;
  #user: string | undefined;
  #isLive = true;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, options: PresenceSubscriptionOptions) {
    this.#host = host;
    this.#options = options;
    this.#onChange = options.onChange ?? (() => host.requestUpdate());
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
    const listener = (): void => this.#onChange();
    const hub = PresenceHub.of(controller);
    hub.add(listener);
    const live = this.#isLive;
    const stopObserving = user && controller.observe(user, this.#onChange, { live });
    this.#stop = () => {
      hub.remove(listener);
      if (stopObserving) stopObserving();
    };
  }

  #unsubscribe(): void {
    this.#stop?.();
    this.#stop = this.#controller = this.#user = undefined;
  }
}
