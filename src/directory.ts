import type { Contact, Conversation } from './contacts/contact.js';
import type { Person } from './contacts/person.js';
import { runSafely } from './environment.js';
import type { Environment } from './environment.js';
import type { Group, GroupRequests } from './people/group.js';
import { Groups } from './people/groups.js';
import type { GroupListener } from './people/groups.js';
import { People } from './people/people.js';
import type { PersonListener } from './people/people.js';

/** What a directory loads by itself, of a source that is connected. */
export interface DirectoryRequests extends GroupRequests {
  profiles?(userIDs: readonly string[]): Promise<readonly Person[]>;
}

/**
 * The contacts and conversations of the logged-in user, as the source has them, `undefined` until it
 * does; and what is known of single users and of groups. Lists without contacts of their own show
 * these.
 */
export class Directory {
  #contacts: readonly Contact[] | undefined;
  #conversations: readonly Conversation[] | undefined;
  #blocked: ReadonlySet<string> | undefined;
  #isRequested = false;
  readonly #environment: Environment;
  readonly #listeners = new Set<() => void>();
  readonly #people: People;
  readonly #groups: Groups;
  #requests: DirectoryRequests | undefined;

  constructor(environment: Environment) {
    this.#environment = environment;
    this.#people = new People(environment);
    this.#groups = new Groups(environment, {
      contactOf: (userID) => this.#people.contactOf(userID),
      isBlocked: (userID) => this.#blocked?.has(userID) === true,
    });
  }

  /** Whether both have been requested, and neither has arrived. */
  get isAwaitingLists(): boolean {
    return this.#isRequested && !this.#contacts && !this.#conversations;
  }

  /** Whether anything shows these contacts or conversations. */
  get isObserved(): boolean {
    return this.#listeners.size > 0;
  }

  get contacts(): readonly Contact[] | undefined {
    return this.#contacts;
  }

  get conversations(): readonly Conversation[] | undefined {
    return this.#conversations;
  }

  /** Whom the logged-in user has blocked, contacts or not; `undefined` while that is not known. */
  get blocked(): ReadonlySet<string> | undefined {
    return this.#blocked;
  }

  /** Calls `listener` after one of these has changed; returns the stop, safe to call twice. */
  observe(listener: () => void): () => void {
    const own = () => listener();
    this.#listeners.add(own);
    return () => {
      this.#listeners.delete(own);
    };
  }

  /**
   * What is known of a user: as a contact, with the remark of the logged-in user, else by the profile
   * that was loaded for an observer; `undefined` if nothing is. The same object until that changes,
   * as long as the user is observed. A whole number is accepted as an ID.
   */
  personOf(userID: string): Person | undefined {
    return this.#people.personOf(userID);
  }

  /**
   * Calls `listener` after something of one of these users has become known, or has changed; once
   * nothing is known any more, as after a logout, with the ID alone. What is known already is read
   * with `personOf`. Loads the profiles of users of whom nothing is known, strangers too, and keeps
   * them as long as the user is logged in. Returns the stop, safe to call twice.
   *
   * @throws TypeError when `listener` is no function
   */
  observePerson(userIDs: string | readonly string[], listener: PersonListener): () => void {
    if (typeof listener !== 'function') {
      throw new TypeError('observePerson(userIDs, listener) needs a function as its listener.');
    }
    return this.#people.observe(userIDs, listener);
  }

  /** What is known of a group that is observed, or was; `undefined` if nothing is. */
  groupOf(groupID: string): Group | undefined {
    return this.#groups.groupOf(groupID);
  }

  /**
   * Loads the members of a group that the logged-in user is in, 100 at a time, and how many of them
   * are online, once a minute. Calls `listener` after either has changed: after each page. Returns
   * the stop, safe to call twice.
   *
   * @throws TypeError when `listener` is no function
   */
  observeGroup(groupID: string, listener: GroupListener): () => void {
    if (typeof listener !== 'function') {
      throw new TypeError('observeGroup(groupID, listener) needs a function as its listener.');
    }
    return this.#groups.observe(groupID, listener);
  }

  /** The source has requested the contacts and conversations of the user. */
  listsRequested(): void {
    this.#isRequested = true;
  }

  setContacts(contacts: readonly Contact[]): void {
    if (contacts === this.#contacts) return;
    this.#contacts = contacts;
    this.#people.setContacts(contacts);
    this.#groups.contactsChanged();
    this.#notify();
  }

  setConversations(conversations: readonly Conversation[]): void {
    if (conversations === this.#conversations) return;
    this.#conversations = conversations;
    this.#notify();
  }

  setBlocked(userIDs: readonly string[]): void {
    const before = this.#blocked;
    const blocked = new Set(userIDs);
    if (before?.size === blocked.size && userIDs.every((userID) => before.has(userID))) return;
    this.#blocked = blocked;
    this.#groups.contactsChanged();
    this.#notify();
  }

  /** The profiles of these users have changed. */
  profilesChanged(persons: readonly Person[]): void {
    this.#people.profilesChanged(persons);
    this.#groups.profilesChanged(persons);
  }

  /** Users have come to this group, or have left it. */
  membersChanged(groupID: string): void {
    this.#groups.membersChanged(groupID);
  }

  /** What can be loaded from now on; `undefined` while there is no connection. */
  setRequests(requests: DirectoryRequests | undefined): void {
    if (requests === this.#requests) return;
    this.#requests = requests;
    const load = requests?.profiles && ((ids: readonly string[]) => requests.profiles!(ids));
    this.#people.setLoad(load);
    this.#groups.setRequests(requests);
  }

  /** Another user is logged in, or none. */
  clear(): void {
    this.#isRequested = false;
    const hadLists = Boolean(this.#contacts ?? this.#conversations ?? this.#blocked);
    this.#contacts = undefined;
    this.#conversations = undefined;
    this.#blocked = undefined;
    this.#people.clear();
    this.#groups.clear();
    if (hadLists) this.#notify();
  }

  #notify(): void {
    for (const listener of [...this.#listeners]) {
      if (this.#listeners.has(listener)) runSafely(this.#environment, listener);
    }
  }
}
