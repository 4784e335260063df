import {
  arrange,
  hanReadings,
  statusHeading,
  statusHeadings,
  statusRank,
} from '../../src/contacts/index.js';
import type {
  Arrangement,
  Contact,
  ContactGroupBy,
  ContactOrder,
  ContactShow,
  Section,
} from '../../src/contacts/index.js';
import type { PresenceStatus } from '../../src/presence.js';
import { contactsIn, deferArrangement } from './deferred-arrangement.js';
import { haveSameValues } from './same-values.js';

export interface ContactItemsOptions {
  readonly order: ContactOrder;
  readonly groupBy: ContactGroupBy;
  readonly show: ContactShow;
  readonly filter: string;
  readonly lang: string;
  /** Whether statuses are shown; while they are not, they do not order the contacts either. */
  readonly hasStatus: boolean;
}

/** The contacts of a list as they are arranged, and which statuses would change the arrangement. */
export class ContactItems {
  readonly #statusOf: (userID: string) => PresenceStatus;
  #options: ContactItemsOptions | undefined;
  #arrangement: Arrangement = { contacts: [], sections: [], hasHeadings: false };
  /** The statuses that the contacts are arranged by; empty if statuses do not matter. */
  readonly #statuses = new Map<string, PresenceStatus>();
  /** The users whose status has changed their place since the contacts were arranged. */
  readonly moved = new Set<string>();
  #isDeferred = false;
  /** What the names were searched with; see `hanReadings`. */
  #readings = 0;
  /** How many contacts of each section have its status; `undefined` until it is asked for. */
  #counts: Map<string, number> | undefined;
  /** All contacts, without the filter. */
  all: readonly Contact[] = [];

  /** @param statusOf the status of a user now */
  constructor(statusOf: (userID: string) => PresenceStatus) {
    this.#statusOf = statusOf;
  }

  get arrangement(): Arrangement {
    return this.#arrangement;
  }

  /** Whether the headings are statuses: also the one of a list of who is online, for its count. */
  get isByStatus(): boolean {
    const { groupBy, show } = this.#options!;
    return groupBy === 'status' || (show === 'online' && groupBy === 'none');
  }

  /** Whether the contacts are not shown in their order. */
  get isUnsettled(): boolean {
    return this.#isDeferred || this.moved.size > 0;
  }

  /**
   * @param contacts each user once, see `readContacts`; must not change afterwards
   * @param isDeferring whether contacts that stay have to keep their places
   */
  update(contacts: readonly Contact[], options: ContactItemsOptions, isDeferring = false): void {
    const isFoundAlike = !options.filter || this.#readings === hanReadings.version;
    const isSame = isFoundAlike && haveSameValues(this.#options, options);
    this.#readings = hanReadings.version;
    if (isSame && contacts === this.all) return;
    this.all = contacts;
    this.#options = options;
    this.#statuses.clear();
    const shown = this.#arrangement;
    // What the user or the page has asked for, such as another filter, does not wait.
    const keepsPlaces = isDeferring && isSame === true && shown.contacts.length > 0;
    this.arrange(keepsPlaces ? shown.contacts : []);
    if (!keepsPlaces) return;
    this.#arrangement = deferArrangement(shown, this.#arrangement, this.isByStatus);
    this.#isDeferred = true;
  }

  /**
   * Arranges the contacts by the statuses that were recorded last.
   *
   * @param kept who stays listed, online or not
   */
  arrange(kept: readonly Contact[] = []): void {
    const { hasStatus, show, groupBy, ...options } = this.#options!;
    const keptUsers = new Set(kept.map(({ userID }) => userID));
    this.moved.clear();
    this.#isDeferred = false;
    this.#counts = undefined;
    this.#arrangement = arrange(this.all, {
      ...options,
      groupBy: this.isByStatus ? 'status' : groupBy,
      isListed:
        show === 'online'
          ? (contact) => (hasStatus && this.#isOnline(contact)) || keptUsers.has(contact.userID)
          : undefined,
      statusOf: hasStatus ? (userID) => this.#recordedStatus(userID) : undefined,
    });
  }

  /** Records the status of a user; returns whether the contacts have to be arranged again for it. */
  recordStatus(userID: string): boolean {
    const before = this.#statuses.get(userID);
    if (before === undefined) return false;
    const status = this.#statusOf(userID);
    this.#statuses.set(userID, status);
    this.#counts = undefined;
    const placeOf = this.#options!.order === 'status' ? statusRank : statusHeading;
    if (placeOf(before) === placeOf(status)) return false;
    this.moved.add(userID);
    return true;
  }

  /**
   * How many contacts a heading stands for: those of its section, without any who wait there for their
   * place under another status, or to leave a list of who is online.
   */
  countOf(section: Section): number {
    const isCounted = this.isByStatus || this.#options!.show === 'online';
    if (!isCounted || !this.isUnsettled) return section.count;
    this.#counts ??= new Map(
      this.#arrangement.sections.map((each) => [each.key, this.#countMatching(each)]),
    );
    return this.#counts.get(section.key) ?? section.count;
  }

  at(index: number): Contact {
    return this.#arrangement.contacts[index]!;
  }

  indexOf(userID: string): number {
    return this.#arrangement.contacts.findIndex((contact) => contact.userID === userID);
  }

  #countMatching(section: Section): number {
    const { show } = this.#options!;
    return contactsIn(this.#arrangement, section).filter((contact) => {
      if (show === 'online' && !this.#isOnline(contact)) return false;
      const status = contact.blocked ? 'unknown' : this.#recordedStatus(contact.userID);
      return !this.isByStatus || statusHeadings[statusHeading(status)] === section.key;
    }).length;
  }

  /** Away and busy users are online too; of a blocked one nothing is shown. */
  #isOnline({ userID, blocked }: Contact): boolean {
    const status = this.#recordedStatus(userID);
    return !blocked && statusHeadings[statusHeading(status)] === 'online';
  }

  #recordedStatus(userID: string): PresenceStatus {
    let status = this.#statuses.get(userID);
    if (!status) this.#statuses.set(userID, (status = this.#statusOf(userID)));
    return status;
  }
}
