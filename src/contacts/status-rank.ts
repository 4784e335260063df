/** Who can answer stands first, who is not known to be there last; the two ways of being away from the service are one to a reader. */
const ranks: Readonly<Record<string, number>> = {
  online: 0,
  away: 1,
  busy: 2,
  offline: 3,
  'not-logged-in': 3,
};

/** How many ranks `statusRank` has. */
export const statusRankCount = 5;

/** Where a status stands in the order by status, 0 first: online, away, busy, offline, unknown. */
export function statusRank(status: string): number {
  return ranks[status] ?? 4;
}

/** The headings by status: who is away or busy is online too. Each is the key of its word. */
export const statusSections = ['online', 'offline', 'unknown'] as const;

/** The number of the heading for a rank. */
export function statusSection(rank: number): number {
  return Math.max(0, rank - 2);
}
