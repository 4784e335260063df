import type { Contact } from '../../contacts/contact.js';
import { isSamePerson } from '../../contacts/person.js';
import type { ChangedProfiles } from './changed-profiles.js';
import type { ChatFriend } from './chat-instance.js';
import { isProfileAwaited } from './friend-profiles.js';

/**
 * Translates the SDK's friends to contacts. The SDK hands out new arrays of the same objects, which
 * it changes in place; so contacts are objects of our own, and an equal one stays the same object.
 */
export class ContactTranslator {
  #before = new Map<string, Contact>();

  /** @param profiles those that may be newer than the friends' own */
  translate(
    friends: readonly ChatFriend[],
    blocked: ReadonlySet<string>,
    profiles?: ChangedProfiles,
  ): Contact[] {
    const known = new Map<string, Contact>();
    const contacts = friends.flatMap((friend) => {
      if (!friend?.userID) return [];
      const before = this.#before.get(friend.userID);
      const { name, avatar } = namedBy(friend, before, profiles);
      const contact = toContact(friend, name, avatar, blocked.has(friend.userID));
      const kept = before && isSame(before, contact) ? before : contact;
      known.set(friend.userID, kept);
      return [kept];
    });
    this.#before = known;
    return contacts;
  }

  /** Forgets the contacts of a user who has logged out. */
  reset(): void {
    this.#before.clear();
  }
}

/** @param before the contact until now, if there was one */
function namedBy(
  friend: ChatFriend,
  before: Contact | undefined,
  profiles: ChangedProfiles | undefined,
): { name?: string | undefined; avatar?: string | undefined } {
  const changed = profiles?.newerThan(friend.profile, friend.userID);
  // After a reconnect the SDK publishes new friends, and loads their profiles again.
  if (!changed && before && isProfileAwaited(friend)) return before;
  const { nick, avatar } = changed ?? friend.profile ?? {};
  return { name: nick, avatar };
}

function toContact(
  { userID, remark, groupList }: ChatFriend,
  name: string | undefined,
  avatar: string | undefined,
  blocked: boolean,
): Contact {
  return {
    userID,
    ...(name && { name }),
    ...(remark && { remark }),
    ...(avatar && { avatar }),
    ...(groupList?.length && { groups: [...groupList] }),
    ...(blocked && { blocked }),
  };
}

function isSame(one: Contact, other: Contact): boolean {
  return (
    isSamePerson(one, other) &&
    one.blocked === other.blocked &&
    JSON.stringify(one.groups) === JSON.stringify(other.groups)
  );
}
