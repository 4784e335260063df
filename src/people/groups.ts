import type { Contact } from '../contacts/contact.js';
import { isSamePerson } from '../contacts/person.js';
import type { Person } from '../contacts/person.js';
import { runSafely } from '../environment.js';
import type { Environment } from '../environment.js';
import { userIDOf } from '../presence.js';
import { GroupLoader } from './group-loader.js';
import type { Group, GroupRequests } from './group.js';

/** Receives a group after its members, or the count of who is online, have changed. */
export type GroupListener = (group: Group) => void;

/** What the logged-in user knows of the members, whom a group calls by names of its own. */
export interface KnownMembers {
  contactOf(userID: string): Contact | undefined;
  isBlocked(userID: string): boolean;
}

interface ObservedGroup {
  readonly loader: GroupLoader;
  readonly listeners: Set<GroupListener>;
  /** What the listeners know; `undefined` until something is known. */
  group: Group | undefined;
}

/** The groups that are observed, and those that were, as long as the user is logged in. */
export class Groups {
  readonly #environment: Environment;
  readonly #known: KnownMembers;
  readonly #groups = new Map<string, ObservedGroup>();
  #requests: GroupRequests | undefined;
  #stopObserving: (() => void) | undefined;

  /** @param known whose remarks members are shown with, and who are blocked */
  constructor(environment: Environment, known: KnownMembers) {
    this.#environment = environment;
    this.#known = known;
  }

  groupOf(given: unknown): Group | undefined {
    return this.#groups.get(userIDOf(given) ?? '')?.group;
  }

  observe(given: unknown, listener: GroupListener): () => void {
    const groupID = userIDOf(given);
    if (groupID === undefined) return () => undefined;
    const own: GroupListener = (group) => listener(group);
    let observed = this.#groups.get(groupID);
    if (!observed) this.#groups.set(groupID, (observed = this.#create(groupID)));
    observed.listeners.add(own);
    if (observed.listeners.size === 1) observed.loader.run(true);
    this.#observeActivity();
    return () => this.#remove(groupID, own);
  }

  setRequests(requests: GroupRequests | undefined): void {
    this.#requests = requests;
    for (const { loader } of this.#groups.values()) loader.setRequests(requests);
  }

  /** A contact may have another remark, or be blocked. */
  contactsChanged(): void {
    for (const [groupID, { group }] of this.#groups) if (group) this.#update(groupID);
  }

  /** Members may have another name: a group may call them by one of its own, which only it knows. */
  profilesChanged(persons: readonly Person[]): void {
    const users = new Set(Array.isArray(persons) ? persons.map((each) => each?.userID) : []);
    for (const { loader } of this.#groups.values()) {
      if (loader.members.some(({ userID }) => users.has(userID))) loader.outdate();
    }
  }

  /** Users have come to this group, or have left it: its members are loaded again. */
  membersChanged(given: unknown): void {
    this.#groups.get(userIDOf(given) ?? '')?.loader.outdate();
  }

  /** Another user is logged in, or none. */
  clear(): void {
    for (const [groupID, { loader, listeners, group }] of [...this.#groups]) {
      loader.run(false);
      this.#groups.delete(groupID);
      if (listeners.size === 0) continue;
      const fresh = this.#create(groupID);
      for (const listener of listeners) fresh.listeners.add(listener);
      this.#groups.set(groupID, fresh);
      fresh.loader.run(true);
      if (group) this.#notify(fresh, { groupID, members: [], isComplete: false });
    }
  }

  #create(groupID: string): ObservedGroup {
    const loader: GroupLoader = new GroupLoader({
      groupID,
      environment: this.#environment,
      onChange: () => {
        // The count may be one that was requested for the user before.
        if (this.#groups.get(groupID)?.loader === loader) this.#update(groupID);
      },
    });
    loader.setRequests(this.#requests);
    return { loader, listeners: new Set(), group: undefined };
  }

  #update(groupID: string): void {
    const observed = this.#groups.get(groupID)!;
    const { loader, group: before } = observed;
    const { isComplete, onlineCount } = loader;
    const members = this.#membersOf(loader, before);
    if (
      members === before?.members &&
      isComplete === before.isComplete &&
      onlineCount === before.onlineCount
    ) {
      return;
    }
    observed.group = Object.freeze({
      groupID,
      members,
      isComplete,
      ...(onlineCount !== undefined && { onlineCount }),
    });
    this.#notify(observed, observed.group);
  }

  /** The members with the remarks of the reader; what has not changed stays the same object. */
  #membersOf(loader: GroupLoader, before: Group | undefined): readonly Contact[] {
    const known = new Map(before?.members.map((member) => [member.userID, member]));
    const members = loader.members.map((person) => {
      const contact = this.#known.contactOf(person.userID);
      const { remark, avatar } = contact ?? {};
      const blocked = contact?.blocked || this.#known.isBlocked(person.userID);
      const member: Contact = {
        ...(avatar && { avatar }),
        ...person,
        ...(remark && { remark }),
        ...(blocked && { blocked }),
      };
      const same = known.get(person.userID);
      const isSame = isSamePerson(same, member) && same?.blocked === member.blocked;
      return isSame ? same! : member;
    });
    const isSame =
      before?.members.length === members.length &&
      members.every((member, place) => member === before.members[place]);
    return isSame ? before.members : members;
  }

  #notify({ listeners }: ObservedGroup, group: Group): void {
    for (const listener of [...listeners]) {
      if (listeners.has(listener)) runSafely(this.#environment, () => listener(group));
    }
  }

  #remove(groupID: string, listener: GroupListener): void {
    const observed = this.#groups.get(groupID);
    if (!observed?.listeners.delete(listener)) return;
    if (observed.listeners.size === 0) observed.loader.run(false);
    this.#observeActivity();
  }

  /** A count waits while the page is hidden. */
  #observeActivity(): void {
    const isObserved = [...this.#groups.values()].some(({ listeners }) => listeners.size > 0);
    if (isObserved) {
      this.#stopObserving ??= this.#environment.observeActivity(() => {
        for (const { loader } of this.#groups.values()) loader.wake();
      });
    } else {
      this.#stopObserving?.();
      this.#stopObserving = undefined;
    }
  }
}
