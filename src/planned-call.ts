import type { CallKind } from './presence-source.js';

/** A call that the planner wants made; give it back to `succeeded` or `failed`. */
export interface PlannedCall {
  readonly kind: CallKind;
  readonly userIDs: readonly string[];
  /** Counts up with every request: a response says nothing about what was requested later. */
  readonly requestId: number;
  /** The planner's generation at the time of the request. */
  readonly generation: number;
}

export interface Plan {
  readonly calls: readonly PlannedCall[];
  /** When to ask again at the latest, in the caller's ms; `Infinity` if only events can change it. */
  readonly at: number;
}
