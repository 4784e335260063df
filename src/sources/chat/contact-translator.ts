import type { Contact } from '../../contacts/contact.js';
import { isSamePerson } from '../../contacts/person.js';
import type { ChatFriend } from './chat-instance.js';

/**
 * Translates the SDK's friends to contacts. The SDK hands out new arrays of the same objects, which
 * it changes in place; so contacts are objects of our own, and an equal one stays the same object.
 */
export class ContactTranslator {
  #before = new Map<string, Contact>();

  translate(friends: readonly ChatFriend[], blocked: ReadonlySet<string | undefined>): Contact[] {
    const known = new Map<string, Contact>();
    const contacts = friends.flatMap((friend) => {
      if (!friend?.userID) return [];
      const contact = toContact(friend, blocked.has(friend.userID));
      const before = this.#before.get(friend.userID);
      const kept = before && isSame(before, contact) ? before : contact;
      known.set(friend.userID, kept);
      return [kept];
    });
    this.#before = known;
    return contacts;
  }
}

function toContact({ userID, remark, groupList, profile }: ChatFriend, blocked: boolean): Contact {
  return {
    userID,
    ...(profile?.nick && { name: profile.nick }),
    ...(remark && { remark }),
    ...(profile?.avatar && { avatar: profile.avatar }),
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
