import {
  contactFilter,
  contactIndex,
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

/**
 * Of more contacts than this, those given twice are looked for after the paint; where a list is drawn
 * already, of many more, since nobody likes to see them come and go.
 */
const AT_FIRST = 100;
const AT_ONCE = 1000;

/** Stands for what turns out to be no contact. */
const NOBODY: Contact = { userID: '' };

export type Arrangement = ReturnType<typeof arrangementOf>;

/**
 * Contacts in the order they are shown in. What no wish asks for is never made.
 *
 * @param given what a page gave as its contacts: anything
 * @param isFirst whether nothing was drawn before
 */
export function arrangementOf(given: unknown, lang?: string, isFirst = false) {
  const most = isFirst ? AT_FIRST : AT_ONCE;
  // To look at fifty thousand takes longer than to draw those that are seen.
  const isLater =
    Array.isArray(given) && given.length > most && given.slice(0, most).every(isContact);
  let index = isLater ? undefined : contactIndex(given);
  let contacts = index?.contacts ?? (given as readonly Contact[]);
  /** Whether each of them is known to be a contact. */
  let areContacts = !isLater;
  let byName: Uint32Array | undefined;
  let finder: ReturnType<typeof contactFilter> | undefined;
  let groupings: Partial<Record<ContactGroupBy, Grouping>> = {};
  let order: ContactOrder = 'given';
  let groupBy: ContactGroupBy = 'none';
  /** Those that the filter left, before statuses and groups have their say; unset: all, as given. */
  let base: Uint32Array | undefined;
  let arranged: Uint32Array | undefined;
  /** What statuses mean for the order, by place; unset when they mean nothing. */
  let ranks: Uint8Array | undefined;
  let sections: readonly Section[] = [];

  /** Takes out who was given twice, and what is no contact; whether there was any. */
  const sift = (): boolean => {
    const before = contacts;
    index = contactIndex(before);
    contacts = index.contacts;
    areContacts = true;
    return contacts.length < before.length || contacts.some((one, place) => one !== before[place]);
  };

  const asGiven = (): Uint32Array => new Uint32Array(contacts.length).map((_, place) => place);

  /** Under headings alone, all of one heading are equal, and stay in their order. */
  const rankOf = (status: PresenceStatus): number => {
    const rank = statusRank(status);
    return order === 'status' ? rank : statusSection(rank);
  };

  /** Puts everybody where statuses and groups want them to be. */
  const settle = (): void => {
    arranged = base;
    if (ranks) {
      const counts = new Uint32Array(statusRankCount);
      arranged = orderByRank(arranged ?? asGiven(), ranks, counts);
      if (groupBy === 'status') {
        const bySection = new Uint32Array(statusRankCount);
        counts.forEach((count, rank) => {
          bySection[order === 'status' ? statusSection(rank) : rank]! += count;
        });
        sections = sectionsOf(statusSections, bySection);
      }
    }
    if (groupBy === 'initial' || groupBy === 'group') {
      const group = groupBy === 'initial' ? groupByInitial : groupByFriendGroup;
      const { keys, sectionOf } = (groupings[groupBy] ??= group(contacts, lang));
      const counts = new Uint32Array(keys.length);
      arranged = orderByRank(arranged ?? asGiven(), sectionOf, counts);
      sections = sectionsOf(keys, counts);
    }
    if (groupBy === 'none') {
      sections = [{ key: '', start: 0, count: (arranged ?? contacts).length }];
    }
  };

  return {
    /** All contacts, whatever the filter. */
    contacts: () => contacts,

    sections: () => sections,

    hasHeadings: () => groupBy !== 'none',

    count: () => (arranged ?? contacts).length,

    contactAt(row: number): Contact {
      const contact = contacts[arranged ? arranged[row]! : row];
      return areContacts || isContact(contact) ? contact! : NOBODY;
    },

    /** The row of a user; -1 for one who is not listed. */
    rowOf(userID: string): number {
      const place = index
        ? index.indexOf(userID)
        : contacts.findIndex((contact) => isContact(contact) && contact.userID === userID);
      return arranged && place >= 0 ? arranged.indexOf(place) : place;
    },

    /** Looks for users given twice, unless that is done; whether all is to be arranged again. */
    removeDoubles(): boolean {
      if (index || !sift()) return false;
      byName = finder = undefined;
      groupings = {};
      return true;
    },

    /** @param statusOf says what is shown of a user now; without it, wishes about statuses are none */
    arrange(wishes: Wishes, statusOf: ((userID: string) => PresenceStatus) | undefined): void {
      order = wishes.order === 'status' && !statusOf ? 'name' : wishes.order;
      groupBy = wishes.groupBy === 'status' && !statusOf ? 'none' : wishes.groupBy;
      const isAsGiven = order === 'given' && groupBy === 'none' && !wishes.filter.trim();
      // Any other order, and any group, is made of what all of them say.
      if (!isAsGiven && !areContacts && !contacts.every(isContact)) sift();
      areContacts ||= !isAsGiven;
      base = order === 'given' ? undefined : (byName ??= sortByName(contacts, lang));
      if (wishes.filter.trim()) {
        finder ??= contactFilter(contacts, lang);
        base = finder(wishes.filter, base ?? asGiven());
      }
      ranks =
        statusOf && (order === 'status' || groupBy === 'status')
          ? Uint8Array.from(contacts, ({ userID, blocked }) =>
              rankOf(blocked ? 'unknown' : statusOf(userID)),
            )
          : undefined;
      settle();
    },

    /** Whether statuses have a say in it. */
    goesByStatus: () => ranks !== undefined,

    /** Takes what has become of a user; whether the order has to be settled for it. */
    note(userID: string, status: PresenceStatus): boolean {
      const place = (ranks && index?.indexOf(userID)) ?? -1;
      const rank = rankOf(status);
      if (place < 0 || ranks![place] === rank) return false;
      ranks![place] = rank;
      return true;
    },

    settle,
  };
}

function isContact(value: unknown): value is Contact {
  try {
    const userID: unknown = (value as Partial<Contact> | null)?.userID;
    return typeof userID === 'string' && userID !== '';
  } catch {
    // A getter of the page's threw.
    return false;
  }
}
