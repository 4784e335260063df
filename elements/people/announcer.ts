import type { Page } from '../../src/page.js';

/** At most one line in this time, in ms: more would talk over everything else. */
const PAUSE = 5000;

/** Changes are collected this long before a line, in ms. */
const GATHER = 1000;

/**
 * Gathers what is worth saying, and says it seldom.
 *
 * @param say gets everybody who has changed since the last line
 */
export function announcer(page: () => Page, say: (userIDs: readonly string[]) => void) {
  let changed = new Set<string>();
  let saidAt = 0;
  let cancel: (() => void) | undefined;
  const stop = (): void => {
    cancel?.();
    cancel = undefined;
    changed = new Set();
  };
  return {
    /** @param changedAt epoch ms; what was the case before the last line is no news */
    note(userID: string, changedAt = 0): void {
      const { now, timer } = page();
      if (changedAt <= saidAt) return;
      changed.add(userID);
      cancel ??= timer(
        () => {
          const userIDs = [...changed];
          stop();
          saidAt = now();
          say(userIDs);
        },
        Math.max(GATHER, saidAt + PAUSE - now()),
      );
    },
    stop,
  };
}
