import { usablePerson } from '../../contacts/person.js';
import type { Person } from '../../contacts/person.js';
import type { ChatProfile } from './chat-instance.js';

/** The SDK's profiles as persons, as far as they name a user. */
export function personsOf(profiles: unknown): Person[] {
  if (!Array.isArray(profiles)) return [];
  return (profiles as readonly (ChatProfile | undefined)[]).flatMap(
    (profile) =>
      usablePerson({ userID: profile?.userID, name: profile?.nick, avatar: profile?.avatar }) ?? [],
  );
}
