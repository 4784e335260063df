import { PresenceError } from '../../src/presence-error.js';
import type { PresenceErrorReason } from '../../src/presence-error.js';
import type { CallKind, RunningSource, SourceSink } from '../../src/presence-source.js';
import type { StatusEntry } from '../../src/presence.js';

export const ONLINE = 1;
export const OFFLINE = 2;
export const NOT_LOGGED_IN = 3;

export const entry = (userID: string, statusType: number, customStatus = ''): StatusEntry => ({
  userID,
  statusType,
  customStatus,
});

/** The IDs `u0`, `u1` and so on. */
export const usersNumbered = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, index) => `u${from + index}`);

export const serviceError = (reason: PresenceErrorReason, code: number): PresenceError =>
  new PresenceError(reason, code, reason);

/** A call that waits for the test to settle it. */
export interface HandCall {
  readonly kind: CallKind;
  readonly userIDs: readonly string[];
  resolve(value?: unknown): void;
  reject(error: unknown): void;
}

/** An own status that waits for the test to take or to refuse it. */
export interface HandOwnStatus {
  readonly customStatus: string;
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * A source that does nothing by itself: it records what it is asked, the test reports through its
 * `sink` and settles its calls. It has a store of its own, as an engine does.
 */
export class HandSource {
  readonly calls: HandCall[] = [];
  readonly switches: boolean[] = [];
  readonly reconnects: (readonly string[])[] = [];
  readonly ownStatuses: HandOwnStatus[] = [];
  readonly writtenBack: (readonly StatusEntry[])[] = [];
  pulls = 0;
  retries = 0;
  stops = 0;
  sink!: SourceSink;
  /** Settles every call at once from these statuses; a user without one is not logged in. */
  statuses: Map<string, StatusEntry> | undefined;
  /** What the next pull returns in place of the changes of the store. */
  nextPull: unknown;
  readonly #changes = new Map<string, StatusEntry>();

  /** @param statuses unset, the test settles every call */
  constructor(statuses?: Iterable<StatusEntry>) {
    if (statuses) this.setStatuses(...statuses);
  }

  readonly source = (sink: SourceSink): RunningSource => {
    this.sink = sink;
    return {
      subscribe: (userIDs) => this.#call('subscribe', userIDs),
      unsubscribe: (userIDs) => this.#call('unsubscribe', userIDs),
      query: (userIDs) => this.#call('query', userIDs),
      switchUserStatus: (on) => {
        this.switches.push(on);
      },
      reconnect: (userIDs) => {
        this.reconnects.push(userIDs);
      },
      pull: () => {
        this.pulls += 1;
        const changes = this.nextPull ?? [...this.#changes.values()];
        this.nextPull = undefined;
        this.#changes.clear();
        return changes as readonly StatusEntry[];
      },
      writeBack: (entries) => {
        this.writtenBack.push(entries);
        this.changeStore(...entries);
      },
      retry: () => {
        this.retries += 1;
      },
      setOwnStatus: (customStatus) =>
        new Promise((resolve, reject) => {
          this.ownStatuses.push({ customStatus, resolve, reject });
        }),
      stop: () => {
        this.stops += 1;
      },
    };
  };

  /** Reports a login, a connection, and statuses switched on. */
  login(userID = 'me'): void {
    this.sink.session(userID);
    this.sink.connection('connected');
    this.sink.display(true);
  }

  /** Sets what calls are settled with, and settles every call at once from now on. */
  setStatuses(...entries: StatusEntry[]): void {
    this.statuses ??= new Map();
    for (const each of entries) this.statuses.set(each.userID, each);
  }

  /** Changes the source's own store. */
  changeStore(...entries: StatusEntry[]): void {
    for (const each of entries) this.#changes.set(each.userID, each);
    this.sink.invalidate();
  }

  callsOf(kind: CallKind): HandCall[] {
    return this.calls.filter((call) => call.kind === kind);
  }

  /** The users of all calls of a kind, in order. */
  usersOf(kind: CallKind): string[] {
    return this.callsOf(kind).flatMap(({ userIDs }) => userIDs);
  }

  /** Settles a call as the service would, with the statuses as they are now. */
  settle({ kind, userIDs, resolve }: HandCall): void {
    if (kind === 'query') this.answer({ userIDs, resolve });
    else resolve([]);
  }

  /** Settles a query, by default with the statuses as they are now. */
  answer(
    { userIDs, resolve }: Pick<HandCall, 'userIDs' | 'resolve'>,
    ...given: StatusEntry[]
  ): void {
    const entries = given.length
      ? given
      : userIDs.map((userID) => this.statuses?.get(userID) ?? entry(userID, NOT_LOGGED_IN));
    resolve({ entries, failures: [] });
  }

  #call<Answer>(kind: CallKind, userIDs: readonly string[]): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const call: HandCall = {
        kind,
        userIDs,
        resolve: (value) => resolve(value as Answer),
        reject,
      };
      this.calls.push(call);
      if (this.statuses) this.settle(call);
    });
  }
}
