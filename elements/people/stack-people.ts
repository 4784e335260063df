import { sortByName, sortByStatus, statusHeading, statusRank } from '../../src/contacts/index.js';
import type { Contact, ContactShow } from '../../src/contacts/index.js';
import type { Presence, PresenceStatus } from '../../src/presence.js';
import { haveSameEntries, haveSameValues } from '../list/same-values.js';

export interface StackPeopleOptions {
  readonly show: ContactShow;
  /** Orders by name in this language; `undefined` leaves the order as given. */
  readonly lang: string | undefined;
  /** Whether statuses are shown; while they are not, they do not order either. */
  readonly hasStatus: boolean;
}

/** The people of a stack in their order, online first, and how many of them are online. */
export class StackPeople {
  readonly #presenceOf: (userID: string) => Presence;
  #options: StackPeopleOptions | undefined;
  #ordered: readonly Contact[] = [];
  /** The ranks that the people were ordered by. */
  #ranks = new Map<string, number>();
  /** All people, whomever the stack shows. */
  all: readonly Contact[] = [];

  /** @param presenceOf what is known of a user now */
  constructor(presenceOf: (userID: string) => Presence) {
    this.#presenceOf = presenceOf;
  }

  /** Those whom the stack shows, in their order; the same array until that changes. */
  get ordered(): readonly Contact[] {
    return this.#ordered;
  }

  /** How many are online, away or busy now; `undefined` while that is known of no one. */
  get onlineCount(): number | undefined {
    const known = this.all.filter(({ userID }) => this.#presenceOf(userID).freshness !== 'none');
    return known.length === 0 ? undefined : known.filter((each) => this.#isOnline(each)).length;
  }

  /**
   * @param all each user once; must not change afterwards
   * @param isDeferring whether people that stay have to keep their places
   */
  update(all: readonly Contact[], options: StackPeopleOptions, isDeferring: boolean): void {
    const isSame = haveSameValues(this.#options, options);
    const wanted = this.#order(all, options);
    // What the user or the page has asked for does not wait.
    const isKept = isDeferring && isSame && this.#ordered.length > 0;
    const ordered = isKept ? keepPlaces(this.#ordered, wanted, all) : wanted;
    if (!haveSameEntries(this.#ordered, ordered)) this.#ordered = ordered;
    this.#options = options;
    this.all = all;
    this.#ranks = new Map(all.map((each) => [each.userID, statusRank(this.#statusOf(each))]));
  }

  /** Whether a new status changes the order or the count. */
  isAffectedBy(userID: string, status: PresenceStatus): boolean {
    const rank = this.#ranks.get(userID);
    return rank !== undefined && rank !== statusRank(status);
  }

  #order(
    all: readonly Contact[],
    { show, lang, hasStatus }: StackPeopleOptions,
  ): readonly Contact[] {
    const people = lang === undefined ? all : sortByName(all, lang);
    if (!hasStatus) return show === 'all' ? people : [];
    const sorted = sortByStatus(people, (contact) => this.#statusOf(contact));
    return show === 'all' ? sorted : sorted.filter((each) => this.#isOnline(each));
  }

  #isOnline(contact: Contact): boolean {
    return statusHeading(this.#statusOf(contact)) === 0;
  }

  /** The status of a blocked contact is not shown, and must not show through the order. */
  #statusOf({ userID, blocked }: Contact): PresenceStatus {
    return blocked ? 'unknown' : this.#presenceOf(userID).status;
  }
}

/** The people in the places that they had before; new ones stand at the end. */
function keepPlaces(
  before: readonly Contact[],
  wanted: readonly Contact[],
  all: readonly Contact[],
): readonly Contact[] {
  const remaining = new Map(all.map((contact) => [contact.userID, contact]));
  const kept = before.flatMap(({ userID }) => remaining.get(userID) ?? []);
  const places = new Set(kept.map(({ userID }) => userID));
  return [...kept, ...wanted.filter(({ userID }) => !places.has(userID))];
}
