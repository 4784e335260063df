import type { Contact, Conversation } from '../contacts/contact.js';
import type { PresenceController } from '../presence-controller.js';
import { PresenceError } from '../presence-error.js';
import type { PresenceErrorReason } from '../presence-error.js';
import type { PresenceSource, SourceReport } from '../presence-source.js';
import { STATUSES } from '../presence.js';
import type { PresenceStatus, StatusEntry } from '../presence.js';
import { presence } from '../shared.js';

/** The Chat SDK's number for a request that nobody answered. */
const NO_ANSWER = 2801;

/** A status that the service itself knows; `away` and `busy` are an app's own reading of words. */
export type ServiceStatus = Exclude<PresenceStatus, 'away' | 'busy'>;

export interface MemorySourceOptions {
  /** The friends of whoever is logged in; unset, they are still on their way. */
  contacts?: readonly Contact[];
  /** Unset, they are still on their way. */
  conversations?: readonly Conversation[];
  /** Who is logged in. */
  userID?: string;
  /** Whether statuses are switched on from the start; off by default, as in the official kit. */
  displayOnlineStatus?: boolean;
}

/** A controller that takes its presence from here, with the users it has subscribed. */
interface Subscriber {
  readonly report: SourceReport;
  readonly subscribed: Set<string>;
}

/**
 * Presence, contacts and conversations driven by hand, for demos, tests and stories.
 *
 * It behaves as the service does: who is subscribed is told of changes, everybody else has to ask;
 * a lost connection loses the subscriptions; nothing is told while statuses are switched off.
 */
export class MemorySource {
  #contacts: readonly Contact[] | undefined;
  #conversations: readonly Conversation[] | undefined;
  readonly #userID: string;
  #display: boolean;
  #isConnected = true;
  #failure: PresenceError | undefined;
  readonly #statuses = new Map<string, StatusEntry>();
  readonly #subscribers = new Set<Subscriber>();

  constructor(options: MemorySourceOptions = {}) {
    this.#contacts = options.contacts;
    this.#conversations = options.conversations;
    this.#userID = options.userID ?? 'me';
    this.#display = options.displayOnlineStatus === true;
  }

  /** Takes the place of an engine for a controller, by default the page's shared one. */
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
    for (const { report, subscribed } of this.#subscribers) {
      if (subscribed.has(userID)) report.pushed([entry]);
    }
  }

  setContacts(contacts: readonly Contact[]): void {
    this.#contacts = contacts;
    for (const { report } of this.#subscribers) report.contacts(contacts);
  }

  setConversations(conversations: readonly Conversation[]): void {
    this.#conversations = conversations;
    for (const { report } of this.#subscribers) report.conversations(conversations);
  }

  /** Switches statuses on or off for the whole page, as the engine's switch of this name does. */
  switchUserStatus({ displayOnlineStatus }: { displayOnlineStatus: boolean }): void {
    this.#display = displayOnlineStatus;
    for (const { report, subscribed } of this.#subscribers) {
      if (!displayOnlineStatus) subscribed.clear();
      report.display(displayOnlineStatus);
    }
  }

  /** Loses the connection: every status becomes stale, and calls fail. */
  drop(): void {
    this.#isConnected = false;
    for (const { report, subscribed } of this.#subscribers) {
      subscribed.clear();
      report.connection('disconnected');
    }
  }

  /** Brings the connection back. */
  restore(): void {
    this.#isConnected = true;
    for (const { report } of this.#subscribers) report.connection('connected');
  }

  /** Refuses everything from now on, for this reason or with this error; `undefined` mends it. */
  fail(error: PresenceErrorReason | PresenceError | undefined): void {
    this.#failure = typeof error === 'string' ? new PresenceError(error, 0, '') : error;
    for (const { report } of this.#subscribers) report.failed(this.#failure);
  }

  /** What `PresenceController.use` takes. */
  readonly source: PresenceSource = (report) => {
    const subscribed = new Set<string>();
    const subscriber: Subscriber = { report, subscribed };
    this.#subscribers.add(subscriber);
    report.session(this.#userID);
    report.connection(this.#isConnected ? 'connected' : 'disconnected');
    report.display(this.#display);
    if (this.#contacts) report.contacts(this.#contacts);
    if (this.#conversations) report.conversations(this.#conversations);
    if (this.#failure) report.failed(this.#failure);
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
      switchUserStatus: (on) => this.switchUserStatus({ displayOnlineStatus: on }),
      stop: () => this.#subscribers.delete(subscriber),
    };
  };

  #answer<Answer>(answer: () => Answer): Promise<Answer> {
    return Promise.resolve().then(() => {
      if (!this.#isConnected) throw new PresenceError('timeout', NO_ANSWER, '');
      if (this.#failure) throw this.#failure;
      return answer();
    });
  }
}
