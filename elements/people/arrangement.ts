import {
  ContactFilter,
  ContactIndex,
  groupByFriendGroup,
  groupByInitial,
  orderByRank,
  sectionsOf,
  sortByName,
  statusRank,
  statusRankCount,
  statusSection,
  statusSections,
} from '../../src/contacts/index.js';
import type { Contact } from '../../src/contacts/index.js';
import type { Grouping, Section } from '../../src/contacts/group.js';
import type { PresenceStatus } from '../../src/presence.js';

export type ContactOrder = 'name' | 'status' | 'given';
export type ContactGroupBy = 'none' | 'initial' | 'status' | 'group';

/** How contacts are to be listed. */
export interface Wishes {
  readonly order: ContactOrder;
  readonly groupBy: ContactGroupBy;
  readonly filter: string;
}

/** Above this many contacts, those given twice are looked for after the first paint. */
const AT_ONCE = 1000;

/** Contacts in the order they are shown in. What no wish asks for is never made. */
export class Arrangement {
  #contacts: readonly Contact[];
  readonly #lang: string | undefined;
  #index: ContactIndex | undefined;
  #byName: Uint32Array | undefined;
  #finder: ContactFilter | undefined;
  readonly #groupings = new Map<string, Grouping>();
  #wishes: Wishes = { order: 'given', groupBy: 'none', filter: '' };
  /** Those that the filter left, before statuses and groups have their say; unset: all, as given. */
  #base: Uint32Array | undefined;
  #order: Uint32Array | undefined;
  /** What statuses mean for the order, by place; unset when they mean nothing. */
  #ranks: Uint8Array | undefined;
  #sections: readonly Section[] = [];

  /** @param given what a page gave as its contacts: anything */
  constructor(given: unknown, lang?: string) {
    this.#lang = lang;
    // To look through fifty thousand takes longer than to draw those that are seen.
    const isPlain = Array.isArray(given) && given.length > AT_ONCE && given.every(isContact);
    if (!isPlain) this.#index = new ContactIndex(given);
    this.#contacts = this.#index?.contacts ?? (given as readonly Contact[]);
  }

  /** All contacts, whatever the filter. */
  get contacts(): readonly Contact[] {
    return this.#contacts;
  }

  get sections(): readonly Section[] {
    return this.#sections;
  }

  get hasHeadings(): boolean {
    return this.#wishes.groupBy !== 'none';
  }

  get count(): number {
    return this.#order?.length ?? this.#contacts.length;
  }

  contactAt(row: number): Contact {
    return this.#contacts[this.#order ? this.#order[row]! : row]!;
  }

  /** The row of a user; -1 for one who is not listed. */
  rowOf(userID: string): number {
    const place = this.#index
      ? this.#index.indexOf(userID)
      : this.#contacts.findIndex((contact) => contact.userID === userID);
    return this.#order && place >= 0 ? this.#order.indexOf(place) : place;
  }

  /** Looks for users given twice, unless that is done; whether all is to be arranged again. */
  removeDoubles(): boolean {
    if (this.#index) return false;
    this.#index = new ContactIndex(this.#contacts);
    if (this.#index.contacts.length === this.#contacts.length) return false;
    this.#contacts = this.#index.contacts;
    this.#byName = this.#finder = undefined;
    this.#groupings.clear();
    return true;
  }

  /** @param statusOf says what is shown of a user now; without it, wishes about statuses are none */
  arrange(wishes: Wishes, statusOf: ((userID: string) => PresenceStatus) | undefined): void {
    const contacts = this.#contacts;
    const order = wishes.order === 'status' && !statusOf ? 'name' : wishes.order;
    const groupBy = wishes.groupBy === 'status' && !statusOf ? 'none' : wishes.groupBy;
    this.#wishes = { order, groupBy, filter: wishes.filter };
    this.#base =
      order === 'given' ? undefined : (this.#byName ??= sortByName(contacts, this.#lang));
    if (wishes.filter.trim()) {
      this.#finder ??= new ContactFilter(contacts, this.#lang);
      this.#base = this.#finder.apply(wishes.filter, this.#base ?? asGiven(contacts.length));
    }
    this.#ranks = undefined;
    if (statusOf && (order === 'status' || groupBy === 'status')) {
      this.#ranks = new Uint8Array(contacts.length);
      contacts.forEach(({ userID, blocked }, place) => {
        this.#ranks![place] = this.#rankOf(blocked ? 'unknown' : statusOf(userID));
      });
    }
    this.settle();
  }

  /** Takes what has become of a user; whether the order has to be settled for it. */
  note(userID: string, status: PresenceStatus): boolean {
    if (!this.#ranks) return false;
    this.removeDoubles();
    const place = this.#index!.indexOf(userID);
    const rank = this.#rankOf(status);
    if (place < 0 || this.#ranks[place] === rank) return false;
    this.#ranks[place] = rank;
    return true;
  }

  /** Puts everybody where statuses and groups want them to be. */
  settle(): void {
    const { groupBy } = this.#wishes;
    let order = this.#base;
    this.#sections = [];
    if (this.#ranks || groupBy !== 'none') order ??= asGiven(this.#contacts.length);
    if (this.#ranks) {
      const counts = new Uint32Array(statusRankCount);
      order = orderByRank(order!, this.#ranks, counts);
      if (groupBy === 'status')
        this.#sections = sectionsOf(statusSections, this.#bySection(counts));
    }
    if (groupBy === 'initial' || groupBy === 'group') {
      const { keys, sectionOf } = this.#grouping(groupBy);
      const counts = new Uint32Array(keys.length);
      order = orderByRank(order!, sectionOf, counts);
      this.#sections = sectionsOf(keys, counts);
    }
    this.#order = order;
    if (groupBy === 'none') this.#sections = [{ key: '', start: 0, count: this.count }];
  }

  /** Under headings alone, all of one heading are equal, and stay in their order. */
  #rankOf(status: PresenceStatus): number {
    const rank = statusRank(status);
    return this.#wishes.order === 'status' ? rank : statusSection(rank);
  }

  #bySection(counts: Uint32Array): Uint32Array {
    if (this.#wishes.order !== 'status') return counts;
    const bySection = new Uint32Array(statusSections.length);
    counts.forEach((count, rank) => (bySection[statusSection(rank)]! += count));
    return bySection;
  }

  #grouping(groupBy: 'initial' | 'group'): Grouping {
    let grouping = this.#groupings.get(groupBy);
    if (!grouping) {
      const group = groupBy === 'initial' ? groupByInitial : groupByFriendGroup;
      this.#groupings.set(groupBy, (grouping = group(this.#contacts, this.#lang)));
    }
    return grouping;
  }
}

const isContact = (value: unknown): boolean => {
  const userID: unknown = (value as Partial<Contact> | null)?.userID;
  return typeof userID === 'string' && userID !== '';
};

function asGiven(count: number): Uint32Array {
  return new Uint32Array(count).map((_, place) => place);
}
