import type { Environment } from '../../environment.js';
import { PresenceError } from '../../presence-error.js';
import type { RelayedStatus, SourceSink } from '../../presence-source.js';
import type { TabChannel } from './tab-channel.js';
import type { ReceivedMessage, SentStatus, TabAnswer, TabRequest } from './tab-message.js';
import { errorFrom, TabRequests } from './tab-requests.js';

/** Interest is collected for this long before it crosses the channel, in ms. */
const COLLECT = 50;

export interface FollowerOptions {
  readonly userID: string;
  readonly sink: SourceSink;
  readonly channel: TabChannel;
  readonly environment: Environment;
  /** Statuses are switched on or off in the tab that leads. */
  readonly onDisplay: (on: boolean) => void;
}

/**
 * Follows the tab that is logged in: says whom this page observes, and applies what that tab knows.
 * Without such a tab the page keeps what it knows, as stale.
 */
export class Follower {
  readonly #options: FollowerOptions;
  readonly #stopObserving: () => void;
  readonly #requests: TabRequests;
  /** What was sent last. */
  #live: ReadonlySet<string> = new Set();
  #listed: ReadonlySet<string> = new Set();
  #isActive = false;
  /** Whether the tab that leads may know of this one: interest is sent from then on. */
  #isAnnounced = false;
  /** The tab that is followed, once it is known. */
  #leader: string | undefined;
  #cancel: (() => void) | undefined;

  constructor(options: FollowerOptions) {
    this.#options = options;
    this.#requests = new TabRequests(options.channel, options.environment);
    this.#stopObserving = options.environment.observeActivity(() => this.interestChanged());
  }

  /** Says to the tab that leads, if there is one, that this one follows. */
  hello(): void {
    const { sink, channel, environment } = this.#options;
    const { live, listed } = sink.interest();
    this.#live = new Set(live);
    this.#listed = new Set(listed);
    this.#isActive = environment.isVisible();
    this.#isAnnounced = true;
    channel.post({ type: 'hello', active: this.#isActive, live, listed });
  }

  interestChanged(): void {
    if (!this.#isAnnounced) return;
    this.#cancel ??= this.#options.environment.setTimer(() => {
      this.#cancel = undefined;
      this.#sendInterest();
    }, COLLECT);
  }

  /** Asks the tab that leads. Rejects if there is none, or if the service refuses. */
  async ask(request: TabRequest): Promise<TabAnswer> {
    if (this.#leader === undefined) throw new PresenceError('not-logged-in', 0, '');
    return this.#requests.ask(request);
  }

  receive(message: ReceivedMessage): void {
    const { sink } = this.#options;
    if (message.type === 'leading') {
      this.#leader = message.from;
      this.#lost();
      this.hello();
      return;
    }
    if (message.type === 'state') this.#leader ??= message.from;
    if (message.from !== this.#leader) return;
    switch (message.type) {
      case 'leaving':
        this.#leader = undefined;
        this.#lost();
        break;
      case 'state':
        this.#applyState(message);
        break;
      case 'lists':
        if (message.contacts) sink.contacts(message.contacts);
        if (message.blocked) sink.blocked?.(message.blocked);
        if (message.conversations) sink.conversations(message.conversations);
        break;
      case 'statuses':
        this.#applyStatuses(message.statuses);
        break;
      case 'profiles':
        sink.profilesChanged(message.persons);
        break;
      case 'members':
        sink.membersChanged?.(message.groupID);
        break;
      case 'answer':
        this.#requests.receive(message.id, message);
        break;
      default:
        break;
    }
  }

  stop(): void {
    this.#stopObserving();
    this.#cancel?.();
    this.#cancel = undefined;
    this.#isAnnounced = false;
    this.#requests.abandonAll();
  }

  /** The tab that led is gone: what is known is stale until another leads. */
  #lost(): void {
    this.#requests.abandonAll();
    this.#options.sink.connection('connecting');
  }

  #applyState(message: ReceivedMessage & { type: 'state' }): void {
    const { sink, userID, onDisplay } = this.#options;
    const { state, display, reason, code = 0, message: text = '' } = message;
    if (state === 'idle' || state === 'connecting') return;
    sink.session(userID);
    onDisplay(display);
    sink.failure(reason && errorFrom(reason, code, text));
    sink.connection(state === 'disconnected' ? 'disconnected' : 'connected');
  }

  #applyStatuses(statuses: readonly SentStatus[]): void {
    const entries = statuses.flatMap(([userID, statusType, customStatus, live]): RelayedStatus[] =>
      this.#live.has(userID) || this.#listed.has(userID)
        ? [{ userID, statusType, customStatus, freshness: live ? 'live' : 'snapshot' }]
        : [],
    );
    if (entries.length > 0) this.#options.sink.relay(entries);
  }

  #sendInterest(): void {
    const { sink, channel, environment } = this.#options;
    const interest = sink.interest();
    const live = new Set(interest.live);
    const listed = new Set(interest.listed);
    const active = environment.isVisible();
    const isLiveSame = isSame(live, this.#live);
    const isListedSame = isSame(listed, this.#listed);
    if (isLiveSame && isListedSame && active === this.#isActive) return;
    const gone = [...this.#live, ...this.#listed].filter((id) => !live.has(id) && !listed.has(id));
    this.#live = live;
    this.#listed = listed;
    this.#isActive = active;
    this.#endLive(gone);
    channel.post({
      type: 'interest',
      active,
      ...(!isLiveSame && { live: interest.live }),
      ...(!isListedSame && { listed: interest.listed }),
    });
  }

  /** These users are not relayed any longer: what is known of them is not live from now on. */
  #endLive(userIDs: readonly string[]): void {
    const { sink } = this.#options;
    const entries = userIDs.flatMap((userID): RelayedStatus[] => {
      const entry = sink.entryOf(userID);
      return entry ? [{ ...entry, freshness: 'snapshot' }] : [];
    });
    if (entries.length > 0) sink.relay(entries);
  }
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  if (one.size !== other.size) return false;
  for (const value of one) if (!other.has(value)) return false;
  return true;
}
