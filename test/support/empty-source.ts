import type { RunningSource } from '../../src/presence-source.js';

/** A source that does nothing, and answers every call with nothing. */
export const EMPTY_SOURCE: RunningSource = {
  subscribe: () => Promise.resolve([]),
  unsubscribe: () => Promise.resolve([]),
  query: () => Promise.resolve({ entries: [], failures: [] }),
  switchUserStatus: () => undefined,
  stop: () => undefined,
};
