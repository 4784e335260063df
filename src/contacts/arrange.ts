import type { PresenceStatus } from '../presence.js';
import type { Contact } from './contact.js';
import { filterContacts } from './filter.js';
import { groupByFriendGroup, groupByInitial } from './group.js';
import type { ContactGroup } from './group.js';
import { sortByName } from './order.js';
import { bucketByStatus, sortByStatus, statusHeading, statusHeadings } from './status-rank.js';

export const CONTACT_ORDERS = ['name', 'status', 'given'] as const;
/** Who is listed: all, or who is online, away or busy. */
export const CONTACT_SHOWS = ['all', 'online'] as const;
export const CONTACT_GROUPINGS = ['none', 'initial', 'status', 'group'] as const;

export type ContactOrder = (typeof CONTACT_ORDERS)[number];
export type ContactShow = (typeof CONTACT_SHOWS)[number];
export type ContactGroupBy = (typeof CONTACT_GROUPINGS)[number];

export interface ArrangeOptions {
  readonly order: ContactOrder;
  readonly groupBy: ContactGroupBy;
  /** Lists only contacts that match this text; empty, all of them. */
  readonly filter: string;
  /** The status of a user now. Without it, `status` counts as `name` or as `none`. */
  readonly statusOf?: ((userID: string) => PresenceStatus) | undefined;
  readonly lang?: string | undefined;
  /** Lists only these contacts; unset, all of them. */
  readonly isListed?: ((contact: Contact) => boolean) | undefined;
}

/** A heading and the rows under it. */
export interface Section {
  readonly key: string;
  /** The first row under the heading, counted without headings. */
  readonly start: number;
  readonly count: number;
}

export interface Arrangement {
  /** The listed contacts in the order they are shown. */
  readonly contacts: readonly Contact[];
  /** One without a heading where contacts are not grouped. */
  readonly sections: readonly Section[];
  readonly hasHeadings: boolean;
}

/**
 * Orders, groups and filters contacts. It may run in each frame: names, initials and search texts
 * are cached for the array of contacts, so what remains is one pass over it.
 *
 * @param contacts each user once, see `usableContacts`; must not change afterwards
 */
export function arrange(contacts: readonly Contact[], options: ArrangeOptions): Arrangement {
  const { order, groupBy, filter, statusOf, lang, isListed } = options;
  const ordered = order === 'given' ? contacts : sortByName(contacts, lang);
  let groups = group(ordered, groupBy, lang);
  groups = mapContacts(groups, (members) => filterContacts(members, filter, lang));
  if (isListed) groups = mapContacts(groups, (members) => members.filter(isListed));
  let hasHeadings = groupBy === 'initial' || groupBy === 'group';
  if (statusOf) {
    // The status of a blocked contact is not shown, and must not show through the order.
    const statusOfContact = ({ userID, blocked }: Contact): PresenceStatus =>
      blocked ? 'unknown' : statusOf(userID);
    if (order === 'status') {
      groups = mapContacts(groups, (members) => sortByStatus(members, statusOfContact));
    }
    if (groupBy === 'status') {
      hasHeadings = true;
      const buckets = bucketByStatus(groups[0]!.contacts, statusOfContact, statusHeading);
      groups = statusHeadings.map((key, number) => ({ key, contacts: buckets[number]! }));
    }
  }
  if (hasHeadings) groups = groups.filter((each) => each.contacts.length > 0);
  return {
    contacts: groups.length === 1 ? groups[0]!.contacts : groups.flatMap((each) => each.contacts),
    sections: sectionsOf(groups),
    hasHeadings,
  };
}

function group(
  contacts: readonly Contact[],
  groupBy: ContactGroupBy,
  lang: string | undefined,
): readonly ContactGroup[] {
  if (groupBy === 'initial') return groupByInitial(contacts, lang);
  if (groupBy === 'group') return groupByFriendGroup(contacts, lang);
  return [{ key: '', contacts }];
}

function mapContacts(
  groups: readonly ContactGroup[],
  change: (contacts: readonly Contact[]) => readonly Contact[],
): readonly ContactGroup[] {
  return groups.map(({ key, contacts }) => ({ key, contacts: change(contacts) }));
}

function sectionsOf(groups: readonly ContactGroup[]): Section[] {
  let start = 0;
  return groups.map(({ key, contacts: { length: count } }) => {
    const section = { key, start, count };
    start += count;
    return section;
  });
}
