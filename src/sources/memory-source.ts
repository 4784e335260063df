import type { Contact, Conversation } from '../contacts/contact.js';
import { mergedPerson, usablePerson } from '../contacts/person.js';
import type { Person } from '../contacts/person.js';
import type { GroupPage } from '../people/group.js';
import type { PresenceController } from '../presence-controller.js';
import { PresenceError } from '../presence-error.js';
import type { PresenceErrorReason } from '../presence-error.js';
import type { PresenceSource, SourceSink } from '../presence-source.js';
import { STATUSES } from '../presence.js';
import type { PresenceStatus, StatusEntry } from '../presence.js';
import { presence } from '../shared.js';

/** The Chat SDK's code for a request without a response. */
const NO_ANSWER = 2801;

/** The members in one page, as the service gives them. */
const PAGE = 100;

/** What these forbid is the status of others: the own one can be set without the plan or the switch. */
const FEATURE_REASONS: ReadonlySet<PresenceErrorReason> = new Set([
  'feature-disabled',
  'plan-unsupported',
] as const);

/** A status that the service itself knows; `away` and `busy` are an app's own reading of words. */
export type ServiceStatus = Exclude<PresenceStatus, 'away' | 'busy'>;

export interface MemorySourceOptions {
  /** The friends of the logged-in user; unset, they are still loading. */
  contacts?: readonly Contact[];
  /** Unset, they are still loading. */
  conversations?: readonly Conversation[];
  /** Profiles of users who are no contacts: strangers, and the logged-in user. */
  persons?: readonly Person[];
  /** The members of groups, by the ID of the group. */
  groups?: Readonly<Record<string, readonly Person[]>>;
  /** The logged-in user. */
  userID?: string;
  /** Whether statuses are switched on from the start; off by default, as in the official kit. */
  displayOnlineStatus?: boolean;
}

/** A controller that uses this source, and the users it has subscribed. */
interface Subscriber {
  readonly sink: SourceSink;
  readonly subscribed: Set<string>;
}

/**
 * Presence, contacts, conversations and profiles driven by hand, for demos, tests and stories.
 *
 * It behaves as the service does: changes of subscribed users are pushed, all others have to be
 * queried; a lost connection loses the subscriptions; nothing is pushed while statuses are off.
 */
export class MemorySource {
  #contacts: readonly Contact[] | undefined;
  #conversations: readonly Conversation[] | undefined;
  readonly #userID: string;
  readonly #persons = new Map<string, Person>();
  readonly #groups: Map<string, readonly Person[]>;
  #display: boolean;
  #isConnected = true;
  #failure: PresenceError | undefined;
  readonly #statuses = new Map<string, StatusEntry>();
  readonly #subscribers = new Set<Subscriber>();

  constructor(options: MemorySourceOptions = {}) {
    this.#contacts = options.contacts;
    this.#conversations = options.conversations;
    this.#userID = options.userID ?? 'me';
    for (const person of options.persons ?? []) this.#persons.set(person.userID, person);
    this.#groups = new Map(Object.entries(options.groups ?? {}));
    this.#display = options.displayOnlineStatus === true;
  }

  /** Connects a controller, by default the page's shared one; returns the disconnect. */
  connect(controller: PresenceController = presence): () => void {
    return controller.use(this.source);
  }

  /**
   * Sets what the service knows of a user.
   *
   * @throws TypeError when it is no status of the service's
   */
  setStatus(userID: string, status: ServiceStatus, customStatus = ''): void {
    const statusType = STATUSES.indexOf(status);
    if (statusType < 0 || statusType > 3) {
      throw new TypeError(`setStatus() takes ${STATUSES.slice(0, 4).join(', ')}, not ${status}.`);
    }
    const entry = { userID, statusType, customStatus };
    this.#statuses.set(userID, entry);
    if (!this.#isConnected || !this.#display) return;
    for (const { sink, subscribed } of this.#subscribers) {
      if (subscribed.has(userID) || userID === this.#userID) sink.push([entry]);
    }
  }

  setContacts(contacts: readonly Contact[]): void {
    this.#contacts = contacts;
    for (const { sink } of this.#subscribers) sink.contacts(contacts);
  }

  setConversations(conversations: readonly Conversation[]): void {
    this.#conversations = conversations;
    for (const { sink } of this.#subscribers) sink.conversations(conversations);
  }

  /** Sets the profile of a user, which a page that shows the user takes over. */
  setPerson(person: Person): void {
    this.#persons.set(person.userID, person);
    for (const { sink } of this.#subscribers) sink.profilesChanged([person]);
  }

  /** Sets the members of a group; a page that shows them loads them again. */
  setGroup(groupID: string, members: readonly Person[]): void {
    this.#groups.set(groupID, members);
    for (const { sink } of this.#subscribers) sink.membersChanged?.(groupID);
  }

  /** Switches statuses on or off for the whole page, as the engine's switch of this name does. */
  switchUserStatus({ displayOnlineStatus }: { displayOnlineStatus: boolean }): void {
    this.#display = displayOnlineStatus;
    for (const { sink, subscribed } of this.#subscribers) {
      if (!displayOnlineStatus) subscribed.clear();
      sink.display(displayOnlineStatus);
      this.#pushOwn(sink);
    }
  }

  /** Loses the connection: every status becomes stale, and calls fail. */
  drop(): void {
    this.#isConnected = false;
    for (const { sink, subscribed } of this.#subscribers) {
      subscribed.clear();
      sink.connection('disconnected');
    }
  }

  /** Brings the connection back. */
  restore(): void {
    this.#isConnected = true;
    for (const { sink } of this.#subscribers) {
      sink.connection('connected');
      this.#pushOwn(sink);
    }
  }

  /** Refuses everything from now on, for this reason or with this error; `undefined` mends it. */
  fail(error: PresenceErrorReason | PresenceError | undefined): void {
    this.#failure = typeof error === 'string' ? new PresenceError(error, 0, '') : error;
    for (const { sink } of this.#subscribers) sink.failure(this.#failure);
  }

  /** What `PresenceController.use` takes. */
  readonly source: PresenceSource = (sink) => {
    const subscribed = new Set<string>();
    const subscriber: Subscriber = { sink, subscribed };
    this.#subscribers.add(subscriber);
    sink.session(this.#userID);
    sink.connection(this.#isConnected ? 'connected' : 'disconnected');
    sink.display(this.#display);
    if (this.#contacts) sink.contacts(this.#contacts);
    if (this.#conversations) sink.conversations(this.#conversations);
    if (this.#failure) sink.failure(this.#failure);
    else this.#pushOwn(sink);
    return {
      subscribe: (userIDs) =>
        this.#answer(() => {
          userIDs.forEach((userID) => subscribed.add(userID));
          return [];
        }),
      unsubscribe: (userIDs) =>
        this.#answer(() => {
          userIDs.forEach((userID) => subscribed.delete(userID));
          return [];
        }),
      query: (userIDs) =>
        this.#answer(() => ({
          entries: userIDs.map(
            (userID) => this.#statuses.get(userID) ?? { userID, statusType: 0, customStatus: '' },
          ),
          failures: [],
        })),
      profiles: (userIDs) =>
        this.#answer(() => userIDs.flatMap((userID) => this.#profileOf(userID) ?? [])),
      groupMembers: (groupID, from) => this.#answer(() => this.#pageOf(groupID, Number(from ?? 0))),
      groupOnlineCount: (groupID) => this.#answer(() => this.#onlineCount(groupID)),
      setOwnStatus: (customStatus) => this.#setOwnStatus(customStatus),
      switchUserStatus: (on) => this.switchUserStatus({ displayOnlineStatus: on }),
      stop: () => this.#subscribers.delete(subscriber),
    };
  };

  #profileOf(userID: string): Person | undefined {
    const contact = this.#contacts?.find((each) => each.userID === userID);
    const person = this.#persons.get(userID);
    if (!contact && !person) return undefined;
    // A remark is the reader's, and no part of the profile.
    const { remark: _, ...profile } = mergedPerson(person, usablePerson(contact));
    return profile;
  }

  #pageOf(groupID: string, from: number): GroupPage {
    const all = this.#groups.get(groupID) ?? [];
    const next = from + PAGE;
    return { members: all.slice(from, next), ...(next < all.length && { next }) };
  }

  #onlineCount(groupID: string): number {
    const members = this.#groups.get(groupID) ?? [];
    return members.filter(({ userID }) => this.#statuses.get(userID)?.statusType === 1).length;
  }

  async #setOwnStatus(customStatus: string): Promise<void> {
    const isAllowed = this.#failure && FEATURE_REASONS.has(this.#failure.reason);
    if (!isAllowed) await this.#answer(() => undefined);
    else if (!this.#isConnected) throw new PresenceError('timeout', NO_ANSWER, '');
    const own = { userID: this.#userID, statusType: 1, customStatus };
    this.#statuses.set(this.#userID, own);
    for (const { sink } of this.#subscribers) sink.push([own]);
  }

  /** One's own status comes by itself, without a subscription. */
  #pushOwn(sink: SourceSink): void {
    const own = this.#statuses.get(this.#userID);
    if (own && this.#isConnected && this.#display) sink.push([own]);
  }

  #answer<Answer>(answer: () => Answer): Promise<Answer> {
    return Promise.resolve().then(() => {
      if (!this.#isConnected) throw new PresenceError('timeout', NO_ANSWER, '');
      if (this.#failure) throw this.#failure;
      return answer();
    });
  }
}
