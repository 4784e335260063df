import { ConnectionState } from './connection-state.js';
import { runSafely } from './environment.js';
import type { Environment } from './environment.js';
import { PlannedCalls } from './planned-calls.js';
import { presenceError } from './presence-error.js';
import { PresencePlanner } from './presence-planner.js';
import type { RunningSource, SourceSink } from './presence-source.js';
import { isUserID } from './presence.js';
import { Reconnector } from './reconnector.js';
import { usageOf } from './service-usage.js';
import { SessionError } from './session-error.js';
import { SessionSink } from './session-sink.js';
import { SERVICE_LIMITS } from './source-session-options.js';
import type { SourceSessionOptions } from './source-session-options.js';
import { StatusUpdates } from './status-updates.js';

/**
 * One source in use: applies what the source says to the map, makes the planned calls, and owns the
 * state of the connection. A failure of the service never throws: it is state.
 */
export class SourceSession {
  readonly #options: SourceSessionOptions;
  readonly #environment: Environment;
  readonly #planner: PresencePlanner;
  readonly #calls: PlannedCalls;
  readonly #connection: ConnectionState;
  readonly #reconnector: Reconnector;
  readonly #updates: StatusUpdates;
  readonly #error: SessionError;
  #source: RunningSource | undefined;
  #isStarting = false;
  #isStopped = false;
  #isInvalid = false;
  #isFollowing = false;
  #mayCall = false;
  #userID: string | undefined;
  /** Whether a user was logged in, now or before. */
  #hadUser = false;
  #display = false;
  #stopObserving: (() => void) | undefined;
  readonly #runSafely = (run: () => void): void => runSafely(this.#environment, run);

  constructor(options: SourceSessionOptions) {
    const { environment, limits = SERVICE_LIMITS, map } = options;
    this.#options = options;
    this.#environment = environment;
    const usage = usageOf(options.source.origin);
    this.#planner = new PresencePlanner(limits, usage.limiters);
    this.#reconnector = new Reconnector(environment, () => {
      const userID = this.#userToReconnectFor;
      if (userID !== undefined) this.#runSafely(() => this.#source?.reconnect?.([userID]));
    });
    this.#error = new SessionError((error) => {
      if (this.#error.isFinal) this.#clear();
      options.onError(error);
    });
    this.#updates = new StatusUpdates({
      map,
      planner: this.#planner,
      environment,
      writeBack: (entries) => this.#runSafely(() => this.#source?.writeBack?.(entries)),
    });
    this.#connection = new ConnectionState({
      environment,
      expectsAnswer: () =>
        (this.#mayCall && this.#planner.anyWanted() !== undefined) ||
        options.directory.isAwaitingLists,
      onSilent: (wasAnswering) => {
        if (wasAnswering) this.#loseAll();
        else this.#updates.markAllStale();
        this.#update();
      },
    });
    this.#calls = new PlannedCalls({
      planner: this.#planner,
      usage,
      limits,
      updates: this.#updates,
      error: this.#error,
      environment,
      counts: options.counts,
      source: () => this.#source,
      connection: this.#connection,
      onResult: () => this.#update(),
    });
  }

  /** The subscriptions that count against the service's limit, and those that were given up. */
  get slots(): Pick<PresencePlanner, 'slotCount' | 'evicted'> {
    return this.#planner;
  }

  start(): void {
    // What was put off while the page was hidden is due when it is visible again.
    this.#stopObserving = this.#environment.observeActivity(() => {
      this.#planner.wake(this.#environment.elapsed());
      this.#calls.run();
    });
    this.#startSource();
    this.#update();
  }

  stop(): void {
    const source = this.#source;
    this.#calls.giveBack(this.#userID);
    this.#isStopped = true;
    this.#source = undefined;
    this.#options.counts.evicted += this.#planner.evicted;
    this.#stopObserving?.();
    this.#reconnector.run(false);
    this.#updates.stop();
    this.#calls.run(false);
    this.#runSafely(() => source?.stop());
    this.#options.directory.setRequests(undefined);
    this.#setUser(undefined);
    this.#options.onUpdate();
  }

  addInterest(userIDs: readonly string[], live: boolean): void {
    const now = this.#environment.elapsed();
    for (const userID of userIDs) this.#planner.addInterest(userID, live, now);
    this.#interestChanged();
  }

  removeInterest(userIDs: readonly string[], live: boolean): void {
    const now = this.#environment.elapsed();
    for (const userID of userIDs) this.#planner.removeInterest(userID, live, now);
    this.#updates.forgetUnused();
    this.#interestChanged();
  }

  switchUserStatus(on: boolean): void {
    this.#runSafely(() => this.#source?.switchUserStatus(on));
  }

  async setOwnStatus(customStatus: string): Promise<void> {
    if (!this.#source || this.#userID === undefined) throw presenceError('not-logged-in');
    await this.#updates.setOwnStatus(this.#source, customStatus, this.#options.onUpdate);
  }

  retry(): void {
    this.#error.set(undefined);
    if (this.#source) this.#runSafely(() => this.#source?.retry?.());
    else if (!this.#isStarting) this.#startSource();
    this.#update();
  }

  /** Takes over what has changed in the source's own store since the last time. */
  pull(): void {
    if (!this.#isInvalid || !this.#source) return;
    this.#isInvalid = false;
    this.#runSafely(() => {
      const entries = this.#source?.pull?.();
      if (entries && this.#isEnabled) this.#updates.pull(entries);
    });
  }

  #startSource(): void {
    const started = (source: RunningSource): void => {
      if (this.#isStopped) return source.stop();
      this.#source = source;
      const wanted = this.#options.wantedDisplay();
      if (wanted !== undefined) source.switchUserStatus(wanted);
      if (this.#isInvalid) this.#options.onInvalidate();
    };
    this.#runSafely(() => {
      const source = this.#options.source(this.#createSink());
      if (!(source instanceof Promise)) {
        started(source);
        return;
      }
      this.#isStarting = true;
      source
        .finally(() => (this.#isStarting = false))
        .then(started)
        .catch((thrown: unknown) => {
          if (!this.#isStopped) this.#error.callFailed(thrown);
        })
        .finally(() => this.#update());
    });
  }

  #createSink(): SourceSink {
    const { directory, map, onInvalidate } = this.#options;
    return new SessionSink({
      directory,
      map,
      planner: this.#planner,
      updates: this.#updates,
      error: this.#error,
      apply: (change) => {
        if (this.#isStopped) return;
        this.#runSafely(change);
        this.#update();
      },
      isEnabled: () => this.#isEnabled,
      onStatuses: (entries) => this.#connection.received(entries, this.#userID),
      onRequest: () => this.#connection.requested(),
      onUser: (userID) => this.#setUser(userID),
      onConnection: (state) => {
        if (this.#connection.set(state, this.#userID !== undefined)) this.#loseAll();
      },
      onDisplay: (on) => this.#setDisplay(on),
      onFollowing: (isFollowing) => this.#setFollowing(isFollowing),
      onInvalidate: () => {
        if (this.#isStopped) return;
        this.#isInvalid = true;
        onInvalidate();
      },
    });
  }

  #setUser(userID: string | undefined): void {
    const user = isUserID(userID) ? userID : undefined;
    if (user !== undefined && user === this.#userID) return;
    if (user !== undefined) this.#error.set(undefined);
    else if (this.#userID !== undefined) this.#error.loggedOut();
    this.#hadUser ||= user !== undefined;
    this.#userID = user;
    this.#connection.reset(user !== undefined);
    this.#clear();
    this.#planner.setCurrentUser(user);
    this.#updates.setUser(user);
    this.#options.onUser(user);
    this.#options.directory.clear();
  }

  /** All that is known becomes stale, and all users are subscribed and queried again. */
  #loseAll(): void {
    this.#planner.connectionLost();
    this.#updates.markAllStale();
  }

  /** The page that makes the calls has changed: subscriptions do not go over to the next one. */
  #setFollowing(isFollowing: boolean): void {
    if (isFollowing === this.#isFollowing) return;
    this.#isFollowing = isFollowing;
    this.#loseAll();
    this.#interestChanged();
  }

  #interestChanged(): void {
    this.#runReconnector();
    this.#calls.run();
    if (this.#isFollowing) this.#runSafely(() => this.#source?.interestChanged?.());
  }

  #setDisplay(on: boolean): void {
    if (on === this.#display) return;
    const keepsOthers = on || this.#source?.keepsSubscriptions === true;
    if (!on && keepsOthers) this.#calls.giveBack(this.#userID);
    this.#display = on;
    this.#clear(keepsOthers);
    this.#options.onDisplay(on);
  }

  #clear(keepsOthers = false): void {
    this.#planner.reset(keepsOthers);
    this.#updates.clear();
  }

  /**
   * Whether statuses are accepted: they are switched on, no final error has occurred, and the user has
   * not logged out. The engine puts responses that come after a logout into its store, too.
   */
  get #isEnabled(): boolean {
    return this.#display && !this.#error.isFinal && (this.#userID !== undefined || !this.#hadUser);
  }

  #update(): void {
    if (this.#isStopped) return;
    const isReady = this.#connection.isConnected && this.#source !== undefined;
    this.#mayCall = isReady && this.#isEnabled && !this.#isFollowing;
    if (this.#mayCall) this.#calls.resume(this.#userID!);
    const { shown } = this.#connection;
    // The own status needs neither the plan nor the switch.
    if (isReady && !this.#isFollowing && shown === 'ready') this.#updates.setOwnOnline();
    this.#options.directory.setRequests(isReady ? this.#source : undefined);
    this.#runReconnector();
    this.#options.onState(this.#error.isFinal ? 'unavailable' : shown);
    this.#options.onUpdate();
    this.#calls.run(this.#mayCall);
  }

  #runReconnector(): void {
    const isNeeded = this.#connection.isLost && !this.#error.isFinal && !this.#isFollowing;
    this.#reconnector.run(isNeeded && this.#userToReconnectFor !== undefined);
  }

  /** The logged-in user, where the page shows no one else, or lists alone. */
  get #userToReconnectFor(): string | undefined {
    const isShowing = this.#planner.hasInterest || this.#options.directory.isObserved;
    return this.#planner.anyWanted() ?? (isShowing ? this.#userID : undefined);
  }
}
