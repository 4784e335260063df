import type { PresenceController } from '../../presence-controller.js';
import type { SourceSink } from '../../presence-source.js';
import type { Presence } from '../../presence.js';
import { answerRequest } from './tab-answers.js';
import type { RequestMaker } from './tab-answers.js';
import type { TabChannel } from './tab-channel.js';
import { TabInterests } from './tab-interest.js';
import type { ReceivedMessage, SentStatus, TabMessage, TabRequest } from './tab-message.js';

/** What a relay reads of the controller of its page. */
export type RelayedController = Pick<
  PresenceController,
  | 'state'
  | 'error'
  | 'displayOnlineStatus'
  | 'directory'
  | 'observe'
  | 'presenceOf'
  | 'switchUserStatus'
  | 'retry'
  | 'setOwnStatus'
  | 'addEventListener'
  | 'removeEventListener'
>;

export interface RelayOptions {
  readonly controller: RelayedController;
  readonly sink: SourceSink;
  /** Makes the requests of the other tabs. */
  readonly source: RequestMaker['source'];
  readonly channel: TabChannel;
  /** Calls back once a tab is closed; returns the end of the wait. */
  readonly whenGone: (tab: string, onGone: () => void) => () => void;
  /** A tab that follows has become visible or hidden, or is gone. */
  readonly onActivity: () => void;
}

const EVENTS = ['tui-presence-state', 'tui-presence-error', 'tui-presence-display'] as const;

/**
 * Runs in the tab that is logged in: observes the users whom the other tabs observe, and sends them
 * what the controller of this page knows.
 */
export class Relay {
  readonly #options: RelayOptions;
  readonly #interests: TabInterests;
  readonly #stopWatching = new Map<string, () => void>();
  readonly #changed = new Set<string>();
  /** What was sent: the presence of a user is another object after each change. */
  readonly #sent = new WeakSet<Presence>();
  readonly #stopObserving: () => void;
  #contacts: unknown;
  #conversations: unknown;
  #blocked: unknown;
  #isStopped = false;

  constructor(options: RelayOptions) {
    const { controller } = options;
    this.#options = options;
    this.#interests = new TabInterests((userIDs, live) =>
      controller.observe(userIDs, (userID) => this.changed([userID]), { live }),
    );
    for (const event of EVENTS) controller.addEventListener(event, this.#sendState);
    this.#stopObserving = controller.directory.observe(() => this.#sendLists());
    options.channel.post({ type: 'leading' });
  }

  /** Whether a tab that follows is on a screen. */
  get isAnyActive(): boolean {
    return this.#interests.isAnyActive;
  }

  receive(message: ReceivedMessage): void {
    const { controller } = this.#options;
    const { from } = message;
    switch (message.type) {
      case 'hello':
        this.#welcome(from, message);
        break;
      case 'interest':
        this.#setInterest(from, message);
        break;
      case 'leaving':
        this.#forget(from);
        break;
      case 'switch':
        controller.switchUserStatus({ displayOnlineStatus: message.on });
        break;
      case 'retry':
        controller.retry();
        break;
      case 'request':
        void this.#answer(from, message.id, message);
        break;
      default:
        break;
    }
  }

  /** The presence of these users may have changed; those whom another tab observes are sent. */
  changed(userIDs: readonly string[]): void {
    const isScheduled = this.#changed.size > 0;
    for (const userID of userIDs) if (this.#interests.has(userID)) this.#changed.add(userID);
    // Not with the next frame: a page that is hidden gets none.
    if (!isScheduled && this.#changed.size > 0) queueMicrotask(() => this.#sendChanged());
  }

  stop(): void {
    const { controller } = this.#options;
    this.#isStopped = true;
    for (const event of EVENTS) controller.removeEventListener(event, this.#sendState);
    this.#stopObserving();
    this.#interests.stop();
    for (const stop of this.#stopWatching.values()) stop();
  }

  #welcome(tab: string, hello: ReceivedMessage & { type: 'hello' }): void {
    if (!this.#stopWatching.has(tab)) {
      const stop = this.#options.whenGone(tab, () => this.#forget(tab));
      this.#stopWatching.set(tab, stop);
    }
    const { contacts, conversations, blocked } = this.#options.controller.directory;
    this.#post(this.#state(tab));
    if (contacts || conversations || blocked) {
      this.#post({
        type: 'lists',
        to: tab,
        ...(contacts && { contacts }),
        ...(conversations && { conversations }),
        ...(blocked && { blocked: [...blocked] }),
      });
    }
    this.#interests.delete(tab);
    this.#setInterest(tab, { active: hello.active, live: hello.live, listed: hello.listed });
  }

  #setInterest(
    tab: string,
    {
      active,
      live,
      listed,
    }: { active: boolean; live?: readonly string[]; listed?: readonly string[] },
  ): void {
    if (!this.#stopWatching.has(tab)) return;
    const before = this.#interests.get(tab);
    const added = this.#interests.set(tab, {
      active,
      live: live ? new Set(live) : (before?.live ?? new Set()),
      listed: listed ? new Set(listed) : (before?.listed ?? new Set()),
    });
    const statuses = added.flatMap((userID) => this.#statusOf(userID));
    if (statuses.length > 0) this.#post({ type: 'statuses', to: tab, statuses });
    if (active !== before?.active) this.#options.onActivity();
  }

  async #answer(tab: string, id: number, request: TabRequest): Promise<void> {
    if (!this.#stopWatching.has(tab)) return;
    const { controller, source } = this.#options;
    const setOwnStatus = (customStatus: string) => controller.setOwnStatus(customStatus);
    const answer = await answerRequest({ source, setOwnStatus }, request);
    this.#post({ type: 'answer', to: tab, id, ...answer });
  }

  /** The tab is closed, or it follows no longer. */
  #forget(tab: string): void {
    this.#stopWatching.get(tab)?.();
    this.#stopWatching.delete(tab);
    this.#interests.delete(tab);
    if (!this.#isStopped) this.#options.onActivity();
  }

  readonly #sendState = (): void => this.#post(this.#state());

  #state(to?: string): TabMessage {
    const { state, error, displayOnlineStatus } = this.#options.controller;
    return {
      type: 'state',
      state,
      display: displayOnlineStatus,
      ...(to !== undefined && { to }),
      ...(error && { reason: error.reason, code: error.code, message: error.message }),
    };
  }

  #sendLists(): void {
    const { contacts, conversations, blocked } = this.#options.controller.directory;
    const changes = {
      ...(contacts && contacts !== this.#contacts && { contacts }),
      ...(conversations && conversations !== this.#conversations && { conversations }),
      ...(blocked && blocked !== this.#blocked && { blocked: [...blocked] }),
    };
    this.#contacts = contacts;
    this.#conversations = conversations;
    this.#blocked = blocked;
    if (Object.keys(changes).length > 0) this.#post({ type: 'lists', ...changes });
  }

  #sendChanged(): void {
    const { controller } = this.#options;
    const statuses: SentStatus[] = [];
    for (const userID of this.#changed) {
      const presence = controller.presenceOf(userID);
      if (this.#sent.has(presence)) continue;
      this.#sent.add(presence);
      statuses.push(...this.#statusOf(userID));
    }
    this.#changed.clear();
    if (statuses.length > 0) this.#post({ type: 'statuses', statuses });
  }

  /** A status that is stale or unknown is not sent: the state says so for all users. */
  #statusOf(userID: string): SentStatus[] {
    const { controller, sink } = this.#options;
    const { freshness } = controller.presenceOf(userID);
    const entry = sink.entryOf(userID);
    if (!entry || (freshness !== 'live' && freshness !== 'snapshot')) return [];
    return [[userID, entry.statusType, entry.customStatus, freshness === 'live' ? 1 : 0]];
  }

  #post(message: TabMessage): void {
    if (!this.#isStopped) this.#options.channel.post(message);
  }
}
