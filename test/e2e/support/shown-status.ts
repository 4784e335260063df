import { knownWords } from '../../../src/known-words.js';

/** By the service's type of a status. */
const STATUSES = ['unknown', 'online', 'offline', 'not-logged-in'];

/** What a page shows of a user whom the server holds so: words that are known mean away or busy. */
export function shownStatus({
  status,
  customStatus,
}: {
  readonly status: number;
  readonly customStatus: string;
}): string {
  return (status === 1 && knownWords(customStatus)?.status) || STATUSES[status]!;
}
