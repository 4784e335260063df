import type { Environment } from '../../environment.js';
import { PresenceError } from '../../presence-error.js';
import type {
  CallFailure,
  PresenceSource,
  RunningSource,
  SourceSink,
} from '../../presence-source.js';
import type { StatusEntry } from '../../presence.js';
import { Follower } from './follower.js';
import { officialSink } from './official-sink.js';
import { SharedRequests } from './shared-requests.js';
import type { TabChannel } from './tab-channel.js';
import type { ReceivedMessage, TabAnswer, TabRequest } from './tab-message.js';
import { TabsEnvironment } from './tabs-environment.js';

/** What the source of a shared login passes on to it. */
export interface TabsSourceListener {
  /** The service ended the login of this tab: it was kicked, or its UserSig has expired. */
  onEnded(error: PresenceError): void;
  /** The page has logged out, or has logged another user in, by itself. */
  onLoggedOut(): void;
  /** The service has sent, or the engine has asked for, the statuses of these users. */
  onStatuses(userIDs: readonly string[]): void;
  /** The page wants to try again. */
  onRetry(): void;
  isOtherTabActive(): boolean;
}

/**
 * The source of a page whose tabs share a login. In the tab that is logged in it is the official
 * source; in the others it follows that tab. A change between the two is like a lost connection:
 * what is known stays, and is stale until the next status.
 */
export class TabsSource extends SharedRequests implements RunningSource {
  readonly environment: TabsEnvironment;
  readonly #page: Environment;
  readonly #userID: string;
  readonly #listener: TabsSourceListener;
  #sink!: SourceSink;
  #isStarted = false;
  #channel: TabChannel | undefined;
  #follower: Follower | undefined;
  /** The official source; in place while this tab is logged in. */
  #official: RunningSource | undefined;
  /** Counts up when the official source before has become void. */
  #term = 0;
  /** Whether statuses are shown, as the tab that leads has it. */
  #display: boolean | undefined;
  /** The switch as this page wants it, until there is a tab that leads. */
  #wantedDisplay: boolean | undefined;
  /** A login switches statuses on; after a takeover they stay off if they were. */
  #staysOff = false;
  #isLoggingOut = false;

  constructor(userID: string, page: Environment, listener: TabsSourceListener) {
    super();
    this.#userID = userID;
    this.#page = page;
    this.#listener = listener;
    this.environment = new TabsEnvironment(page, () => listener.isOtherTabActive());
  }

  /** What the controller uses. */
  get source(): PresenceSource {
    const start = (sink: SourceSink): RunningSource => {
      this.#sink = sink;
      this.#isStarted = true;
      sink.connection('connecting');
      return this;
    };
    return Object.assign(start, { origin: this, environment: this.environment });
  }

  /** Whether a controller uses it; one that uses another source refuses it. */
  get isStarted(): boolean {
    return this.#isStarted;
  }

  get keepsSubscriptions(): boolean {
    return this.#official?.keepsSubscriptions === true;
  }

  get sink(): SourceSink {
    return this.#sink;
  }

  /** Follows the tab that leads. */
  follow(channel: TabChannel): void {
    this.#detach();
    this.#channel = channel;
    this.#sink.following(true);
    this.#follower = new Follower({
      userID: this.#userID,
      sink: this.#sink,
      channel,
      environment: this.#page,
      onDisplay: (on) => this.#followDisplay(on),
    });
  }

  hello(): void {
    this.#follower?.hello();
  }

  receive(message: ReceivedMessage): void {
    this.#follower?.receive(message);
  }

  /** This tab leads from now on, as soon as it is logged in. */
  lead(): void {
    this.#detach();
    this.#staysOff = this.#display === false;
    this.#sink.failure(undefined);
    this.#sink.connection('connecting');
    this.#sink.following(false);
  }

  /** Takes the official source; returns its stop. */
  use(source: PresenceSource): () => void {
    this.#detach();
    const term = this.#term;
    const started = (running: RunningSource): void => {
      if (term !== this.#term) {
        running.stop();
        return;
      }
      this.#official = running;
      if (this.#wantedDisplay !== undefined) running.switchUserStatus(this.#wantedDisplay);
      this.#wantedDisplay = undefined;
    };
    const running = source(this.#officialSink(term));
    if (running instanceof Promise) running.then(started, (error: unknown) => this.#report(error));
    else started(running);
    return () => {
      if (term === this.#term) this.#detach();
    };
  }

  /** The official login has succeeded; statuses that it has switched on by itself go off again. */
  loggedIn(): void {
    if (!this.#staysOff) return;
    this.#official?.switchUserStatus(false);
    this.#staysOff = false;
  }

  /** No tab leads, and this one neither: what is known is stale. */
  pause(): void {
    this.#detach();
    this.#channel = undefined;
    this.#sink.connection('connecting');
  }

  /**
   * The login is over in all tabs, for this reason: nothing is known of the user any longer. A tab
   * that logs in again is followed.
   */
  end(error: PresenceError, channel: TabChannel): void {
    this.#detach();
    this.#sink.session(undefined);
    this.#sink.failure(error);
    this.follow(channel);
  }

  subscribe(userIDs: readonly string[]): Promise<readonly CallFailure[]> {
    return this.#call((official) => official.subscribe(userIDs));
  }

  unsubscribe(userIDs: readonly string[]): Promise<readonly CallFailure[]> {
    return this.#call((official) => official.unsubscribe(userIDs));
  }

  query(userIDs: readonly string[]): ReturnType<RunningSource['query']> {
    const answer = this.#call((official) => official.query(userIDs));
    const reportUsers = (): void => this.#listener.onStatuses(userIDs);
    // After the caller, who applies the answer: it waits for the promise as soon as this returns.
    queueMicrotask(() => void answer.then(reportUsers, () => undefined));
    return answer;
  }

  switchUserStatus(on: boolean): void {
    this.#staysOff = false;
    if (this.#official) this.#official.switchUserStatus(on);
    else if (this.#follower && this.#display !== undefined) {
      this.#channel?.post({ type: 'switch', on });
    } else this.#wantedDisplay = on;
  }

  interestChanged(): void {
    this.#follower?.interestChanged();
  }

  retry(): void {
    this.#listener.onRetry();
    if (this.#official) this.#official.retry?.();
    else this.#channel?.post({ type: 'retry' });
  }

  pull(): readonly StatusEntry[] {
    return this.#official?.pull?.() ?? [];
  }

  writeBack(entries: readonly StatusEntry[]): void {
    this.#official?.writeBack?.(entries);
  }

  reconnect(userIDs: readonly string[]): void {
    this.#official?.reconnect?.(userIDs);
  }

  stop(): void {
    this.#detach();
  }

  protected override async request<Answer>(
    make: (official: RunningSource) => Promise<Answer> | undefined,
    request: TabRequest,
    read: (answer: TabAnswer) => Answer,
  ): Promise<Answer> {
    const missing = (): Promise<never> =>
      Promise.reject(new PresenceError('unknown', 0, `The source has no ${request.ask}.`));
    if (this.#official) return this.#call((official) => make(official) ?? missing());
    if (!this.#follower) throw new PresenceError('not-logged-in', 0, '');
    return read(await this.#follower.ask(request));
  }

  /** Stops the follower or the official source, whichever this tab has. */
  #detach(): void {
    this.#term += 1;
    this.#isLoggingOut = false;
    this.#follower?.stop();
    this.#follower = undefined;
    const official = this.#official;
    this.#official = undefined;
    try {
      official?.stop();
    } catch (error) {
      this.#report(error);
    }
  }

  #followDisplay(on: boolean): void {
    this.#display = on;
    const wanted = this.#wantedDisplay;
    this.#wantedDisplay = undefined;
    if (wanted !== undefined && wanted !== on) {
      this.#channel?.post({ type: 'switch', on: wanted });
    }
    this.#sink.display(on);
  }

  #officialSink(term: number): SourceSink {
    return officialSink(this.#sink, {
      isCurrent: () => term === this.#term,
      onSession: (userID) => this.#officialSession(userID, term),
      onDisplay: (on) => {
        if (on && this.#staysOff) return;
        this.#display = on;
        this.#sink.display(on);
      },
      onEnded: (error) => this.#listener.onEnded(error),
      onStatuses: (userIDs) => this.#listener.onStatuses(userIDs),
      onProfiles: (persons) => this.#channel?.post({ type: 'profiles', persons }),
      onMembers: (groupID) => this.#channel?.post({ type: 'members', groupID }),
    });
  }

  #officialSession(userID: string | undefined, term: number): void {
    if (userID !== undefined) {
      this.#isLoggingOut = false;
      this.#sink.session(userID);
      if (userID !== this.#userID) this.#listener.onLoggedOut();
      return;
    }
    this.#isLoggingOut = true;
    this.#sink.connection('connecting');
    // If an error follows in the same task, the service has ended the login, and it was no logout.
    this.#page.setTimer(() => {
      if (term !== this.#term || !this.#isLoggingOut) return;
      this.#sink.session(undefined);
      this.#listener.onLoggedOut();
    }, 0);
  }

  async #call<Answer>(make: (official: RunningSource) => Promise<Answer>): Promise<Answer> {
    const official = this.#official;
    if (!official) throw new PresenceError('not-logged-in', 0, '');
    try {
      return await make(official);
    } catch (error) {
      const isExpired = error instanceof PresenceError && error.reason === 'user-sig-expired';
      if (isExpired && official === this.#official) this.#listener.onEnded(error);
      throw error;
    }
  }

  #report(error: unknown): void {
    this.#page.reportError(error);
  }
}
