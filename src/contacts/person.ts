import { userIDOf } from '../presence.js';

/** What is known of one user, whether a contact or a stranger. */
export interface Person {
  readonly userID: string;
  /** The name the person chose. */
  readonly name?: string;
  /** The name the reader gave the person; shown before any other. */
  readonly remark?: string;
  readonly avatar?: string;
}

const FIELDS = ['name', 'remark', 'avatar'] as const;

/**
 * A frozen person of what a source gave: `undefined` without a user ID; a field that is no text, or
 * an empty one, is left out. A whole number is accepted as an ID.
 */
export function usablePerson(value: unknown): Person | undefined {
  try {
    const given = Object(value) as Record<string, unknown>;
    const userID = userIDOf(given.userID);
    if (userID === undefined) return undefined;
    const person: Record<string, string> = { userID };
    for (const field of FIELDS) {
      const text = given[field];
      if (typeof text === 'string' && text !== '') person[field] = text;
    }
    return Object.freeze(person) as unknown as Person;
  } catch {
    // A getter threw, or a proxy was revoked.
    return undefined;
  }
}

/** One person of two sources: each field of the first that has it. */
export function mergedPerson(first: Person | undefined, second: Person | undefined): Person {
  return usablePerson({ ...second, ...first })!;
}

export function isSamePerson(one: Person | undefined, other: Person | undefined): boolean {
  if (!one || !other) return one === other;
  return one.userID === other.userID && FIELDS.every((field) => one[field] === other[field]);
}
