import { usableContacts } from '../contacts/contact.js';
import type { Contact } from '../contacts/contact.js';
import { isSamePerson, mergedPerson, usablePerson } from '../contacts/person.js';
import type { Person } from '../contacts/person.js';
import { runSafely } from '../environment.js';
import type { Environment } from '../environment.js';
import { userIDOf } from '../presence.js';
import { UserObservers } from '../user-observers.js';
import type { UserObserver } from '../user-observers.js';
import { ProfileLoader } from './profile-loader.js';
import type { LoadProfiles } from './profile-loader.js';

/** Receives what is known of a person; the user ID alone once nothing is known any more. */
export type PersonListener = (person: Person) => void;

interface PersonObserver extends UserObserver {
  readonly listener: PersonListener;
}

/**
 * What is known of users one by one: contacts first, then profiles, which are loaded for users who
 * are observed, and kept as long as the user is logged in.
 */
export class People {
  readonly #environment: Environment;
  readonly #loader: ProfileLoader;
  readonly #profiles = new Map<string, Person>();
  readonly #observers = new UserObservers<PersonObserver>();
  /** What the listeners of a user know. */
  readonly #notified = new Map<string, Person | undefined>();
  #contacts: readonly Contact[] | undefined;
  /** The contacts by ID; `undefined` until they are asked for. */
  #byID: ReadonlyMap<string, Contact> | undefined;

  constructor(environment: Environment) {
    this.#environment = environment;
    this.#loader = new ProfileLoader({
      environment,
      isWanted: (userID) => this.#observers.isObserved(userID) && !this.#isKnown(userID),
      onLoaded: (persons) => this.#setProfiles(persons),
    });
  }

  contactOf(userID: string): Contact | undefined {
    this.#byID ??= new Map(usableContacts(this.#contacts).map((each) => [each.userID, each]));
    return this.#byID.get(userID);
  }

  personOf(given: unknown): Person | undefined {
    const userID = userIDOf(given);
    if (userID === undefined) return undefined;
    const contact = this.contactOf(userID);
    const profile = this.#profiles.get(userID);
    const person = contact ? mergedPerson(usablePerson(contact), profile) : profile;
    const before = this.#notified.get(userID);
    return isSamePerson(before, person) ? before : person;
  }

  observe(given: unknown, listener: PersonListener): () => void {
    const userIDs = userIDsOf(given);
    const observer = { userIDs, listener };
    for (const userID of userIDs) {
      if (!this.#observers.isObserved(userID)) this.#notified.set(userID, this.personOf(userID));
    }
    this.#observers.add(observer);
    this.#loader.want(userIDs.filter((userID) => !this.#isKnown(userID)));
    return () => this.#remove(observer);
  }

  setContacts(contacts: readonly Contact[] | undefined): void {
    this.#contacts = contacts;
    this.#byID = undefined;
    this.#notify(this.#observers.users);
    this.#loader.want([...this.#observers.users].filter((userID) => !this.#isKnown(userID)));
  }

  setLoad(load: LoadProfiles | undefined): void {
    this.#loader.setLoad(load);
  }

  /** Profiles have changed: those of users who are observed, or were. */
  profilesChanged(persons: readonly Person[]): void {
    const usable = Array.isArray(persons)
      ? persons.flatMap((each) => usablePerson(each) ?? [])
      : [];
    this.#setProfiles(
      usable.filter(
        ({ userID }) => this.#profiles.has(userID) || this.#observers.isObserved(userID),
      ),
    );
  }

  /** Another user is logged in, or none. */
  clear(): void {
    this.#loader.clear();
    this.#profiles.clear();
    this.setContacts(undefined);
  }

  #setProfiles(persons: readonly Person[]): void {
    for (const person of persons) this.#profiles.set(person.userID, person);
    this.#notify(persons.map(({ userID }) => userID));
  }

  /** Whether the user has a name, or is known not to have one. */
  #isKnown(userID: string): boolean {
    const { name, remark } = this.contactOf(userID) ?? {};
    return Boolean(name) || Boolean(remark) || this.#profiles.has(userID);
  }

  #notify(userIDs: Iterable<string>): void {
    for (const userID of [...userIDs]) {
      const person = this.personOf(userID);
      if (!this.#observers.isObserved(userID) || person === this.#notified.get(userID)) continue;
      this.#notified.set(userID, person);
      for (const observer of this.#observers.of(userID)) {
        // An earlier listener may have removed it.
        if (!this.#observers.has(observer)) continue;
        runSafely(this.#environment, () => observer.listener(person ?? Object.freeze({ userID })));
      }
    }
  }

  #remove(observer: PersonObserver): void {
    this.#observers.remove(observer);
    for (const userID of observer.userIDs) {
      if (!this.#observers.isObserved(userID)) this.#notified.delete(userID);
    }
  }
}

/** The user IDs in what a page gave, each once; a whole number is taken as its text. */
function userIDsOf(given: unknown): string[] {
  const all: readonly unknown[] = Array.isArray(given) ? given : [given];
  return [...new Set(all.flatMap((each) => userIDOf(each) ?? []))];
}
