import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Contact } from '../../src/contacts/index.js';
import type { Directory } from '../../src/directory.js';
import type { Group } from '../../src/people/group.js';

export interface GroupSubscriptionOptions {
  readonly directory: () => Directory;
  /** The ID of the group; empty for none. */
  readonly groupID: () => string;
}

/** Observes one group for an element, and updates the element when it has changed. */
export class GroupSubscription implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: GroupSubscriptionOptions;
  #directory: Directory | undefined;
  #groupID = '';
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: GroupSubscriptionOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** What is known of the group; `undefined` for none, and for one of which nothing is known yet. */
  get group(): Group | undefined {
    const groupID = this.#options.groupID();
    return groupID ? this.#options.directory().groupOf(groupID) : undefined;
  }

  /** The members up to now; `undefined` while the first ones are loaded, also when they are counted already. */
  get members(): readonly Contact[] | undefined {
    const { members, isComplete } = this.group ?? {};
    return members?.length || isComplete ? members : undefined;
  }

  hostUpdate(): void {
    const directory = this.#options.directory();
    const groupID = this.#options.groupID();
    const isSame = directory === this.#directory && groupID === this.#groupID;
    if (isSame || !this.#host.isConnected) return;
    const stop = this.#stop;
    this.#directory = directory;
    this.#groupID = groupID;
    this.#stop = groupID
      ? directory.observeGroup(groupID, () => this.#host.requestUpdate())
      : undefined;
    stop?.();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#directory = this.#stop = undefined;
    this.#groupID = '';
  }
}
