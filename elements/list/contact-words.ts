import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { displayName, displayText } from '../../src/contacts/index.js';
import type { Contact, Section } from '../../src/contacts/index.js';
import { capitalize, format, formatCount, plural } from '../../src/i18n/index.js';
import type { LocalizedStrings } from '../../src/i18n/index.js';
import type { Group } from '../../src/people/group.js';
import type { PresenceController } from '../../src/presence-controller.js';
import type { PresenceStatus } from '../../src/presence.js';
import type { ContactItems } from './contact-items.js';
import { emptyState } from './empty-state.js';
import { onlineCount } from './online-count.js';

/** A heading with the number of contacts it stands for. */
export function headingOf(
  section: Section,
  contacts: ContactItems,
  { strings, locale, tag }: LocalizedStrings,
): { label: string; count: string } {
  const { key } = section;
  const label = contacts.isByStatus
    ? capitalize(strings[key as PresenceStatus], locale)
    : key || strings.ungrouped;
  return { label, count: formatCount(contacts.countOf(section), tag) };
}

/** What is announced after these users have changed; nothing of those who show no status by now. */
export function changesText(
  userIDs: readonly string[],
  contacts: ContactItems,
  controller: PresenceController,
  { strings, locale }: LocalizedStrings,
): string {
  const users = new Set(userIDs);
  const changed = contacts.all.filter(({ userID, blocked }) => !blocked && users.has(userID));
  const [contact] = changed;
  if (!contact || !controller.displayOnlineStatus) return '';
  if (changed.length > 1 || contacts.indexOf(contact.userID) < 0) {
    return plural(strings.changes, changed.length, locale);
  }
  const { status } = controller.presenceOf(contact.userID);
  return format(strings.changed, { name: displayName(contact), status: strings[status] });
}

export interface EmptyList {
  /** The contacts that there are, which a filter or `show` leaves out. */
  readonly all: readonly Contact[];
  readonly filter: string;
  readonly groupId: string;
}

/** What stands in place of the rows of a list without any. */
export function emptyWords(
  { all, filter, groupId }: EmptyList,
  controller: PresenceController,
  { strings }: LocalizedStrings,
): unknown {
  if (all.length === 0) {
    const { noContacts, noContactsHelp, noMembers } = strings;
    const words = groupId ? [noMembers] : [noContacts, noContactsHelp];
    return html`<slot name="empty">${emptyState('people', ...words)}</slot>`;
  }
  if (filter) {
    const text = format(strings.noResults, { text: displayText(filter) });
    return emptyState('search', text, strings.noResultsHelp);
  }
  // The notice under the list says so.
  if (controller.state === 'unavailable') return nothing;
  if (!controller.displayOnlineStatus) return html`<bdi>${strings.unavailable}</bdi>`;
  const isKnown = all.every(
    ({ userID, blocked }) => blocked || controller.presenceOf(userID).freshness !== 'none',
  );
  return isKnown ? emptyState('people', strings.noOnline) : html`<bdi>${strings.loading}</bdi>`;
}

/**
 * How many members of a group are online, once both numbers are known. The service counts once a
 * minute, so its number may be that of a time with more members.
 */
export function onlineMembers(
  group: Group | undefined,
  localized: LocalizedStrings,
): TemplateResult | typeof nothing {
  const count = group?.isComplete ? group.members.length : 0;
  if (count === 0 || group?.onlineCount === undefined) return nothing;
  const online = Math.min(group.onlineCount, count);
  return html`<div class="count" part="count">${onlineCount(online, count, localized)}</div>`;
}

/** Says how many contacts match what is searched for; nothing while nothing is. */
export function foundText(filter: string, count: number, localized: LocalizedStrings): string {
  const { strings, locale } = localized;
  return filter.trim() ? plural(strings.found, count, locale) : '';
}
