/** What failed is tried again after these waits, in ms: they double. */
const FIRST_WAIT = 15_000;
const LAST_WAIT = 600_000;

/**
 * How long to wait before the next attempt, in ms.
 *
 * @param failures how many there were before this one, in a row
 * @param random 0 to 1; spreads the attempts of pages that failed together
 */
export function retryDelay(failures: number, random: number): number {
  return Math.min(FIRST_WAIT * 2 ** failures, LAST_WAIT) * (0.75 + random / 2);
}
