import type { ChatFriend } from './chat-instance.js';

/** The SDK requests the profiles of so many friends at once, in the order of its list. */
const PAGE = 100;

/** The share of friends whose names may be missing for a list to be worth showing. */
const MISSING = 0.1;

/**
 * Whether the SDK has not loaded the profile of a friend: it makes the friend with an empty one, which
 * the loaded one replaces later. A profile that was loaded has its time, also without a nick.
 */
export function isProfileAwaited({ profile }: ChatFriend): boolean {
  return profile?.lastUpdatedTime === 0 && !profile.nick;
}

/** Whether the SDK has loaded the profile of a friend at all. */
function isProfileLoaded(friend: ChatFriend): boolean {
  return Boolean(friend?.profile?.lastUpdatedTime);
}

/**
 * Whether the names of nearly all friends are there. The profiles of a page arrive together, so one
 * that was loaded tells that the service has none for the rest of its page.
 */
export function areNamesLoaded(friends: readonly ChatFriend[]): boolean {
  let awaited = 0;
  for (let first = 0; first < friends.length; first += PAGE) {
    const page = friends.slice(first, first + PAGE);
    if (page.some(isProfileLoaded)) continue;
    awaited += page.filter((friend) => friend && !friend.remark && isProfileAwaited(friend)).length;
  }
  return awaited === 0 || (awaited <= friends.length * MISSING && friends.some(isProfileLoaded));
}
