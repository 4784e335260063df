import type { Contact } from '../contacts/contact.js';
import type { Person } from '../contacts/person.js';

/** What is known of a group that the logged-in user is in. */
export interface Group {
  readonly groupID: string;
  /** The members who have been loaded up to now, in the order of the service. */
  readonly members: readonly Contact[];
  /** Whether these are all members. */
  readonly isComplete: boolean;
  /** How many members are online, counted by the service once a minute; unset until it has. */
  readonly onlineCount?: number;
}

/** One page of the members of a group, as a source gives it. */
export interface GroupPage {
  /** `name` is what the member is called in the group. */
  readonly members: readonly Person[];
  /** What the next page is requested with; unset with the last page. */
  readonly next?: GroupCursor;
}

/** Where a page begins: a number of members, or for some kinds of groups a text of the service's. */
export type GroupCursor = number | string;

/** What groups are loaded with. A call rejects with a {@link PresenceError}. */
export interface GroupRequests {
  /** @param from what the page before has named as `next`; unset for the first page */
  groupMembers?(groupID: string, from?: GroupCursor): Promise<GroupPage>;
  /** How many members of a group are online: at most once a minute for each group. */
  groupOnlineCount?(groupID: string): Promise<number>;
}
