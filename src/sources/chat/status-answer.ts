import type { CallFailure } from '../../presence-source.js';
import type { StatusEntry } from '../../presence.js';
import type { StatusAnswer } from './chat-instance.js';

/** The statuses in a response of the SDK, as far as they name a user. */
export function entriesOf(answer: StatusAnswer | undefined): StatusEntry[] {
  const users = answer?.data?.successUserList;
  if (!Array.isArray(users)) return [];
  return users.flatMap((user) =>
    user?.userID
      ? [
          {
            userID: user.userID,
            statusType: user.statusType ?? 0,
            customStatus: user.customStatus ?? '',
          },
        ]
      : [],
  );
}

/** The users whom the service refused by name, in a call that succeeded for others. */
export function failuresOf(answer: StatusAnswer | undefined): CallFailure[] {
  const users = answer?.data?.failureUserList;
  if (!Array.isArray(users)) return [];
  return users.flatMap((user) =>
    user?.userID ? [{ userID: user.userID, code: user.code ?? 0 }] : [],
  );
}
