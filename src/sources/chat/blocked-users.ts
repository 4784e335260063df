import type { SdkLists } from './sdk-lists.js';

/** The users whom the logged-in user has blocked. */
export function blockedUsers({ items }: SdkLists['blocked']): ReadonlySet<string> {
  const userIDs = items?.map((each) => (typeof each === 'string' ? each : each?.userID));
  return new Set(userIDs?.filter((userID) => userID !== undefined));
}
