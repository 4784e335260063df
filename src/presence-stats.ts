/** Counters for a page that wants to show, or to test, what presence does. */
export interface PresenceStats {
  /** Users who have an observer. */
  readonly observed: number;
  /** Observed users who are subscribed and confirmed. */
  readonly live: number;
  /** Observed users whose status is known by query. */
  readonly snapshot: number;
  /** Subscriptions of all callers that count against the service's limit, as far as we know. */
  readonly held: number;
  readonly subscribeCalls: number;
  readonly unsubscribeCalls: number;
  readonly queryCalls: number;
  /** Calls that were refused or never answered. */
  readonly refused: number;
  /** Subscriptions given up for others, or taken away by the service. */
  readonly evicted: number;
  /** Calls of listeners. */
  readonly notifications: number;
}
