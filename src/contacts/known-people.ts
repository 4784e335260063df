import { readContacts } from './contact.js';
import type { Contact } from './contact.js';
import { displayText } from './text.js';

interface Cached {
  readonly known: readonly Contact[];
  readonly blocked: ReadonlySet<string> | undefined;
  readonly named: unknown;
}

const NO_CONTACTS: readonly Contact[] = [];

const cache = new WeakMap<object, Cached>();

/**
 * What a page gave, with the name and the picture that the source knows for each user who was given
 * by ID alone, and with whether that user is blocked. The same array if there is nothing to add, and
 * the same result for the same arrays.
 *
 * @param given contacts or conversations, or anything
 * @param blocked users who are blocked, contacts or not
 */
export function withKnownPeople(
  given: unknown,
  known: readonly Contact[] | undefined,
  blocked?: ReadonlySet<string>,
): unknown {
  if (!known && !blocked?.size) return given;
  try {
    return Array.isArray(given) && given !== known
      ? addKnown(given, known ?? NO_CONTACTS, blocked)
      : given;
  } catch {
    // A proxy of the page was revoked.
    return given;
  }
}

function addKnown(
  given: readonly unknown[],
  known: readonly Contact[],
  blocked: ReadonlySet<string> | undefined,
): unknown {
  const before = cache.get(given);
  if (before?.known === known && before.blocked === blocked) return before.named;
  const named = given.some(isNameless) ? withNames(given, known, blocked) : given;
  cache.set(given, { known, blocked, named });
  return named;
}

function isNameless(given: unknown): boolean {
  try {
    const { name, remark } = Object(given) as Partial<Contact>;
    return !displayText(name) && !displayText(remark);
  } catch {
    // A getter of the page threw.
    return false;
  }
}

function withNames(
  given: readonly unknown[],
  known: readonly Contact[],
  blocked: ReadonlySet<string> | undefined,
): readonly unknown[] {
  const byID = new Map(readContacts(known).items.map((contact) => [contact.userID, contact]));
  for (const userID of blocked ?? []) {
    byID.set(userID, { ...byID.get(userID), userID, blocked: true });
  }
  const people = given.map((each) => (isNameless(each) ? withKnownPerson(each, byID) : each));
  return people.some((each, place) => each !== given[place]) ? people : given;
}

function withKnownPerson(given: unknown, known: ReadonlyMap<string, Contact>): unknown {
  try {
    const { userID, avatar, blocked } = Object(given) as Partial<Contact>;
    const contact = known.get(String(userID));
    if (!contact || (!contact.name && !contact.remark && !contact.blocked)) return given;
    return {
      ...(given as Contact),
      ...(contact.name && { name: contact.name }),
      ...(contact.remark && { remark: contact.remark }),
      ...(contact.avatar && !avatar && { avatar: contact.avatar }),
      ...(contact.blocked && blocked === undefined && { blocked: true }),
    };
  } catch {
    // A getter of the page threw.
    return given;
  }
}
