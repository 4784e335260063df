import { PresenceError } from '../../src/presence-error.js';
import type {
  CallFailure,
  CallKind,
  PresenceSource,
  RunningSource,
  SourceLimits,
  SourceSink,
} from '../../src/presence-source.js';
import type { StatusEntry } from '../../src/presence.js';
import type { FakeEnvironment } from './fake-environment.js';

/** What happens to the next calls of a kind. */
export type Fault =
  'late' | 'answer lost' | 'request lost' | 'refused' | 'rejected by name' | 'feature off';

/** The logged-in user. */
const ME = 'me';

interface Made {
  readonly kind: CallKind;
  readonly at: number;
  readonly users: readonly string[];
}

/**
 * A service of user statuses as the cloud is documented to be, on a clock of the test's: a limit of
 * subscriptions with the oldest dropped silently, pushes only to subscribers, and every fault a
 * network has. It notes what a real service would hold against its client.
 */
export class SimulatedService {
  readonly truth = new Map<string, StatusEntry>();
  /** Subscribed users, oldest first. */
  readonly subscribed = new Set<string>();
  readonly calls: Made[] = [];
  readonly offences: string[] = [];
  readonly writtenBack: (readonly StatusEntry[])[] = [];
  evictions = 0;
  switches: boolean[] = [];
  reconnects = 0;
  readonly #environment: FakeEnvironment;
  readonly #limits: SourceLimits;
  #sink: SourceSink | undefined;
  #connected = false;
  #faults: Fault[] = [];
  /** A call that is under way together with one of the engine or the page cannot know how many slots are left. */
  #othersCalls = 0;
  #connection = 0;
  keepsSubscriptions = false;
  featureOff = false;
  /** Whether switching statuses off leaves the subscriptions, as the SDK without an engine does. */
  keepsWhileOff = false;

  constructor(environment: FakeEnvironment, limits: SourceLimits) {
    this.#environment = environment;
    this.#limits = limits;
  }

  readonly source: PresenceSource = (sink) => {
    this.#sink = sink;
    const running: RunningSource = {
      keepsSubscriptions: this.keepsWhileOff,
      subscribe: (users) =>
        this.#call('subscribe', users, (others) => this.#subscribe(users, others)),
      unsubscribe: (users) => this.#call('unsubscribe', users, () => this.#unsubscribe(users)),
      query: (users) => this.#call('query', users, () => this.#answer(users)),
      switchUserStatus: (on) => {
        this.switches.push(on);
        sink.display(on);
      },
      reconnect: () => {
        this.reconnects += 1;
      },
      writeBack: (entries) => {
        this.writtenBack.push(entries);
      },
      stop: () => {
        this.#sink = undefined;
      },
    };
    return running;
  };

  login(): void {
    this.#connected = true;
    this.#connection += 1;
    this.subscribed.clear();
    this.#sink?.session(ME);
    this.#sink?.connection('connected');
  }

  logout(): void {
    this.#connected = false;
    this.#connection += 1;
    this.subscribed.clear();
    this.#sink?.session(undefined);
  }

  drop(): void {
    if (!this.#connected) return;
    this.#connected = false;
    this.#connection += 1;
    if (!this.keepsSubscriptions) this.subscribed.clear();
    this.#sink?.connection('disconnected');
  }

  restore(): void {
    if (this.#connected) return;
    this.#connected = true;
    this.#connection += 1;
    this.#sink?.connection('connected');
  }

  /** Gives the next call this fault. */
  fault(fault: Fault): void {
    this.#faults.push(fault);
  }

  clearFaults(): void {
    this.#faults = [];
  }

  /** Changes the truth; subscribers receive it after `delay` ms. */
  set(userID: string, statusType: number, customStatus = '', delay = 5): void {
    const entry = { userID, statusType, customStatus };
    this.truth.set(userID, entry);
    if (this.subscribed.has(userID)) this.#deliver(delay, () => this.#sink?.push([entry]));
  }

  /** The engine or the page subscribes by itself. */
  subscribeExternally(users: readonly string[], owner: 'engine' | 'host'): void {
    if (!this.#connected) return;
    const settle = this.#sink?.externalCall('subscribe', users, owner);
    const connection = this.#connection;
    this.#othersCalls += 1;
    this.#environment.setTimer(() => {
      if (connection !== this.#connection) {
        this.#environment.setTimer(() => settle?.([]), 15_000);
        return;
      }
      this.#subscribe(users, -1);
      this.#environment.setTimer(() => settle?.(users), 10);
    }, 10);
  }

  /** The engine's switch unsubscribes all users, after the calls that are under way. */
  unsubscribeAll(): void {
    this.#deliver(10, () => this.subscribed.clear());
  }

  /** The service forgets some subscriptions without a word. */
  forget(count: number): void {
    for (const user of [...this.subscribed].slice(0, count)) this.subscribed.delete(user);
  }

  statusOf(userID: string): StatusEntry {
    return this.truth.get(userID) ?? { userID, statusType: 3, customStatus: '' };
  }

  /** The most calls of a kind in any `window` ms. */
  mostCalls(kind: CallKind, window: number): number {
    const times = this.calls.filter((call) => call.kind === kind).map(({ at }) => at);
    let first = 0;
    return times.reduce((most, at, index) => {
      while (times[first]! <= at - window) first += 1;
      return Math.max(most, index - first + 1);
    }, 0);
  }

  #call<Answer>(
    kind: CallKind,
    users: readonly string[],
    serve: (others: number) => Answer,
  ): Promise<Answer> {
    this.#judge(kind, users);
    this.calls.push({ kind, at: this.#environment.elapsed(), users });
    const others = this.#othersCalls;
    const fault = this.#connected ? this.#faults.shift() : 'request lost';
    return new Promise((resolve, reject) => {
      const refuse = (reason: PresenceError['reason'], code: number, after: number): void => {
        this.#environment.setTimer(() => reject(new PresenceError(reason, code, reason)), after);
      };
      if (this.featureOff || fault === 'feature off') refuse('feature-disabled', 72001, 10);
      else if (fault === 'refused') refuse('rate-limited', 60018, 10);
      else if (fault === 'request lost') refuse('timeout', 2801, 15_000);
      else {
        const connection = this.#connection;
        this.#environment.setTimer(() => {
          if (connection !== this.#connection) {
            refuse('timeout', 2801, 15_000);
            return;
          }
          const answer =
            fault === 'rejected by name' ? this.#rejectByName(kind, users) : serve(others);
          if (fault === 'answer lost') refuse('timeout', 2801, 15_000);
          else
            this.#environment.setTimer(
              () => resolve(answer as Answer),
              fault === 'late' ? 4_000 : 10,
            );
        }, 10);
      }
    });
  }

  #judge(kind: CallKind, users: readonly string[]): void {
    const most = kind === 'query' ? this.#limits.query : this.#limits.subscribe;
    if (users.length === 0) this.offences.push(`${kind} of no user`);
    if (users.length > most) this.offences.push(`${kind} of ${users.length}`);
    if (users.includes(ME)) this.offences.push(`${kind} of oneself`);
    if (new Set(users).size < users.length) this.offences.push(`${kind} of one user twice`);
  }

  #rejectByName(kind: CallKind, users: readonly string[]): unknown {
    const failures: CallFailure[] = [{ userID: users[0]!, code: 70107 }];
    if (kind === 'subscribe') {
      // A user whom the service does not know was not subscribed before either.
      this.subscribed.delete(users[0]!);
      this.#subscribe(users.slice(1), this.#othersCalls);
    }
    if (kind === 'unsubscribe') this.#unsubscribe(users.slice(1));
    return kind === 'query'
      ? { entries: this.#answer(users.slice(1)).entries, failures }
      : failures;
  }

  #subscribe(users: readonly string[], others: number): CallFailure[] {
    for (const user of users) {
      this.subscribed.add(user);
      if (this.subscribed.size > this.#limits.held) {
        this.subscribed.delete([...this.subscribed][0]!);
        if (others === this.#othersCalls) this.evictions += 1;
      }
    }
    return [];
  }

  #unsubscribe(users: readonly string[]): CallFailure[] {
    for (const user of users) this.subscribed.delete(user);
    return [];
  }

  #answer(users: readonly string[]): { entries: StatusEntry[]; failures: CallFailure[] } {
    return { entries: users.map((user) => this.statusOf(user)), failures: [] };
  }

  #deliver(delay: number, deliver: () => void): void {
    const connection = this.#connection;
    this.#environment.setTimer(() => {
      if (connection === this.#connection) deliver();
    }, delay);
  }
}
