import type { ConnectionState } from './connection-state.js';
import type { Environment } from './environment.js';
import type { PlannedCall } from './planned-call.js';
import type { PresenceError } from './presence-error.js';
import type { PresencePlanner } from './presence-planner.js';
import type { CallFailure, CallKind, RunningSource, SourceLimits } from './presence-source.js';
import { isUserID } from './presence.js';
import type { ServiceUsage } from './service-usage.js';
import type { SessionError } from './session-error.js';
import type { StatusUpdates } from './status-updates.js';

/** Counters that outlast a session. */
export type SessionCounts = Record<`${CallKind}Calls` | 'refused' | 'evicted', number>;

export interface PlannedCallsOptions {
  readonly planner: PresencePlanner;
  readonly usage: ServiceUsage;
  readonly limits: SourceLimits;
  readonly updates: StatusUpdates;
  readonly error: SessionError;
  readonly environment: Environment;
  readonly counts: SessionCounts;
  readonly source: () => RunningSource | undefined;
  /** Is notified of each response, refusals included, and of each call without one. */
  readonly connection: ConnectionState;
  /** A call has ended, and what it brought is applied. */
  readonly onResult: () => void;
}

/** Makes the planner's calls when they are due, and applies their responses. */
export class PlannedCalls {
  readonly #options: PlannedCallsOptions;
  #isAllowed = false;
  #cancel: (() => void) | undefined;
  #timerAt = Infinity;

  constructor(options: PlannedCallsOptions) {
    this.#options = options;
  }

  /** Makes the calls that are due, if calls are allowed at all. */
  run(isAllowed = this.#isAllowed): void {
    this.#isAllowed = isAllowed;
    if (!isAllowed) {
      this.#setTimer(Infinity);
      return;
    }
    const { planner, environment } = this.#options;
    const { calls, at } = planner.next(environment.elapsed(), !environment.isVisible());
    this.#setTimer(at);
    for (const call of calls) void this.#make(call);
  }

  /** Calls may go out, also to end what an earlier connection has left at the service. */
  resume(userID: string): void {
    const { planner, usage, environment } = this.#options;
    if (planner.isRunning) return;
    const now = environment.elapsed();
    planner.resume(now);
    planner.adopt(usage.takeLeftover(userID), now);
  }

  /**
   * Unsubscribes what we have subscribed for the logged-in user, since the source is about to stop,
   * or statuses are switched off. What cannot be given back now is taken over by the next connection,
   * or when they are on again.
   */
  giveBack(userID: string | undefined): void {
    const { planner, usage, limits, environment, counts, source } = this.#options;
    const own = planner.ownSubscriptions();
    if (userID === undefined) return;
    while (own.length > 0) {
      const userIDs = own.splice(0, limits.subscribe);
      const now = environment.elapsed();
      // Until the service has answered they may still count.
      const given = usage.leave(userID, userIDs);
      if (!this.#isAllowed || usage.limiters.unsubscribe.nextAt(now) > now) continue;
      usage.limiters.unsubscribe.spend(now);
      counts.unsubscribeCalls += 1;
      // An app's own source may throw, or return no promise.
      const unsubscribe = async () => source()!.unsubscribe(userIDs);
      unsubscribe()
        .then((failures) => given.succeeded(refusedUsers(failures)))
        .catch(() => {});
    }
  }

  async #make(call: PlannedCall): Promise<void> {
    const { planner, updates, error, environment, counts, source, connection, onResult } =
      this.#options;
    const { kind, userIDs, generation } = call;
    const version = updates.nextVersion();
    const { answers } = connection;
    connection.requested();
    counts[`${kind}Calls`] += 1;
    let failures: readonly CallFailure[];
    let answered: ReadonlySet<string> | undefined;
    try {
      if (kind === 'query') {
        const answer = await source()!.query(userIDs);
        if (generation !== planner.generation) return;
        answered = updates.ownAnswer(answer.entries, version);
        failures = answer.failures;
      } else {
        failures = await source()![kind](userIDs);
        if (generation !== planner.generation) return;
      }
      connection.answered();
      error.callSucceeded(kind);
      planner.succeeded(call, refusedUsers(failures), environment.elapsed(), answered);
    } catch (thrown) {
      if (generation !== planner.generation) return;
      counts.refused += 1;
      planner.failed(call, environment.elapsed(), environment.random());
      error.callFailed(thrown, kind);
      const isTimeout = (thrown as Partial<PresenceError> | undefined)?.reason === 'timeout';
      if (isTimeout) connection.timedOut(answers);
      else connection.answered();
    }
    updates.syncLive();
    onResult();
  }

  #setTimer(at: number): void {
    if (at === this.#timerAt) return;
    this.#cancel?.();
    this.#cancel = undefined;
    this.#timerAt = at;
    if (at === Infinity) return;
    const { environment } = this.#options;
    this.#cancel = environment.setTimer(
      () => {
        this.#timerAt = Infinity;
        this.run();
      },
      Math.max(0, at - environment.elapsed()),
    );
  }
}

/** The users whom a response refuses by name. A source may be the page's: it may give anything. */
function refusedUsers(failures: unknown): string[] {
  if (!Array.isArray(failures)) return [];
  return (failures as Partial<CallFailure>[]).map((failure) => failure?.userID).filter(isUserID);
}
