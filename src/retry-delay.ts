/** The waits after failures in a row, in ms: they double from first to last. */
export interface RetryWaits {
  readonly first: number;
  readonly last: number;
}

const WAITS: RetryWaits = { first: 15_000, last: 600_000 };

/**
 * How long to wait before the next attempt, in ms.
 *
 * @param failures how many there were before this one, in a row
 * @param random 0 to 1; spreads the attempts of pages that failed together
 */
export function retryDelay(failures: number, random: number, { first, last } = WAITS): number {
  return Math.min(first * 2 ** failures, last) * (0.75 + random / 2);
}
