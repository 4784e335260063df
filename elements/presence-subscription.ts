import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PresenceController } from '../src/presence-controller.js';
import type { Presence } from '../src/presence.js';
import { observeLocale } from './locale.js';

/** What changes for everybody at once. */
const EVENTS = ['tui-presence-display', 'tui-presence-state', 'tui-presence-error'];

/**
 * Hears for all elements of one controller what changes for everybody: a thousand dots cost it no
 * more listeners than one.
 */
function makeHub(controller: PresenceController) {
  const members = new Set<() => void>();
  const notify = (): void => members.forEach((member) => member());
  let stopLocale: (() => void) | undefined;
  return {
    join(member: () => void): void {
      if (members.size === 0) {
        for (const type of EVENTS) controller.addEventListener(type, notify);
        stopLocale = observeLocale(notify);
      }
      members.add(member);
    },

    leave(member: () => void): void {
      members.delete(member);
      if (members.size > 0) return;
      for (const type of EVENTS) controller.removeEventListener(type, notify);
      stopLocale?.();
    },
  };
}

/** No element shows when a status changed. */
const BRIEF = { brief: true };

/** An element of Lit; or one without `addController`, which calls what Lit would. */
type Host = Pick<ReactiveControllerHost, 'requestUpdate'> & Partial<ReactiveControllerHost>;

type Changed = (userID?: string, presence?: Presence) => void;

const hubs = new WeakMap<PresenceController, ReturnType<typeof makeHub>>();

function hubOf(controller: PresenceController) {
  let hub = hubs.get(controller);
  if (!hub) hubs.set(controller, (hub = makeHub(controller)));
  return hub;
}

/**
 * Joins one element to a presence controller, and to one of its users if there is one to follow.
 *
 * It starts with the element's update after it is connected, when properties set before the upgrade
 * are there too, and stops when the element is disconnected. A controller or a user swapped by the
 * page is followed from the next update on.
 */
export class PresenceSubscription implements ReactiveController {
  readonly #host: Host;
  readonly #controllerOf: () => PresenceController | undefined;
  readonly #userOf: () => string | undefined;
  readonly #changed: Changed;
  #isConnected = false;
  #controller: PresenceController | undefined;
  #user: string | undefined;
  #stop: (() => void) | undefined;

  /**
   * @param controllerOf the controller to join; `undefined` joins none
   * @param userOf the user to follow; without one, only what changes for everybody is heard
   * @param changed called with the user and what is shown of them, in the controller's frame, after
   * that has changed, and with nobody after display, state, error or language have; asks for an
   * update unless it is given
   */
  constructor(
    host: Host,
    controllerOf: () => PresenceController | undefined,
    userOf: () => string | undefined = () => undefined,
    changed: Changed = () => host.requestUpdate(),
  ) {
    this.#host = host;
    this.#controllerOf = controllerOf;
    this.#userOf = userOf;
    this.#changed = changed;
    host.addController?.(this);
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    if (!this.#isConnected) return;
    const controller = this.#controllerOf();
    const user = this.#userOf() || undefined;
    if (controller === this.#controller && user === this.#user) return;
    this.#leave();
    this.#controller = controller;
    this.#user = user;
    if (!controller) return;
    hubOf(controller).join(this.#changed);
    if (user) this.#stop = controller.observe(user, this.#changed, BRIEF);
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#leave();
  }

  #leave(): void {
    this.#stop?.();
    this.#stop = undefined;
    if (this.#controller) hubOf(this.#controller).leave(this.#changed);
    this.#controller = this.#user = undefined;
  }
}
