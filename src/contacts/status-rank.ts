const ranked = ['online', 'away', 'busy', 'offline', 'not-logged-in'];

/** How many ranks `statusRank` has. */
export const statusRankCount = 5;

/**
 * Where a status stands in the order by status: online, away, busy, then offline and not logged in,
 * which are one to a reader, then unknown.
 */
export function statusRank(status: string): number {
  const rank = ranked.indexOf(status);
  return rank < 0 ? 4 : Math.min(rank, 3);
}

/** The headings by status; who is away or busy is online too. Each is the key of its word. */
export const statusSections = ['online', 'offline', 'unknown'] as const;

/** The number of its heading for a rank. */
export function statusSection(rank: number): number {
  return Math.max(0, rank - 2);
}
