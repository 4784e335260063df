import type { LoginDriver } from '../../src/login/active-login.js';
import { PresenceError } from '../../src/presence-error.js';
import type { PresenceErrorReason } from '../../src/presence-error.js';
import type { PresenceSource, SourceSink } from '../../src/presence-source.js';
import type { StatusEntry } from '../../src/presence.js';
import type { FakeEnvironment } from './fake-environment.js';

/** How long a login takes, and then a call, in ms. */
const LOGIN = 100;
const CALL = 10;

export interface TabOptions {
  readonly SDKAppID: number;
  readonly userID: string;
  readonly userSig: string;
}

/** One login at the service. */
class CloudLogin {
  readonly userID: string;
  readonly subscribed = new Set<string>();
  display = true;
  sink: SourceSink | undefined;
  /** Whether the page is still there. */
  readonly isAlive: () => boolean;
  readonly #cloud: FakeCloud;

  constructor(cloud: FakeCloud, userID: string, isAlive: () => boolean) {
    this.#cloud = cloud;
    this.isAlive = isAlive;
    this.userID = userID;
  }

  readonly source: PresenceSource = (sink) => {
    const cloud = this.#cloud;
    this.sink = sink;
    sink.session(this.userID);
    sink.connection('connected');
    sink.contacts(cloud.contactsOf(this.userID));
    sink.conversations([]);
    return {
      subscribe: (userIDs) =>
        cloud.answer(this, () => {
          for (const userID of userIDs) this.subscribed.add(userID);
          return [];
        }),
      unsubscribe: (userIDs) =>
        cloud.answer(this, () => {
          for (const userID of userIDs) this.subscribed.delete(userID);
          return [];
        }),
      query: (userIDs) =>
        cloud.answer(this, () => ({
          entries: userIDs.map((userID) => cloud.statusOf(userID)),
          failures: [],
        })),
      profiles: (userIDs) => {
        cloud.profileCalls.push(userIDs);
        return cloud.answer(this, () =>
          userIDs.filter((id) => id !== 'nobody').map((id) => cloud.profileOf(id)),
        );
      },
      groupMembers: (groupID, from) =>
        cloud.answer(this, () => {
          const all = cloud.groups.get(groupID) ?? [];
          const next = Number(from ?? 0) + 100;
          return {
            members: all.slice(Number(from ?? 0), next).map((id) => cloud.profileOf(id)),
            ...(next < all.length && { next }),
          };
        }),
      groupOnlineCount: (groupID) =>
        cloud.answer(
          this,
          () =>
            cloud.groups.get(groupID)?.filter((id) => cloud.statusOf(id).statusType === 1).length ??
            0,
        ),
      setOwnStatus: (customStatus) => {
        cloud.ownStatuses.push(customStatus);
        return cloud.answer(this, () => {
          if (cloud.refusal) throw cloud.refusal;
          cloud.set(this.userID, 1, customStatus);
        });
      },
      switchUserStatus: (on) => {
        this.display = on;
        sink.display(on);
      },
      stop: () => {
        this.sink = undefined;
      },
    };
  };
}

/** The service as tabs meet it: a login more than an account may have ends the oldest one. */
export class FakeCloud {
  webInstances = 1;
  /** UserSigs that are refused. */
  readonly expired = new Set<string>();
  /** Logins so far. */
  count = 0;
  isReachable = true;
  /** Why each login fails. */
  loginFailure: PresenceErrorReason | undefined;
  /** The users of each request for profiles. */
  readonly profileCalls: (readonly string[])[] = [];
  /** The own statuses that were sent. */
  readonly ownStatuses: string[] = [];
  /** Why the service refuses an own status. */
  refusal: PresenceError | undefined;
  readonly groups = new Map<string, readonly string[]>();
  readonly names = new Map<string, string>();
  readonly logins: CloudLogin[] = [];
  readonly #environment: FakeEnvironment;
  readonly #truth = new Map<string, StatusEntry>();

  constructor(environment: FakeEnvironment) {
    this.#environment = environment;
  }

  loginsOf(userID: string): CloudLogin[] {
    return this.logins.filter((login) => login.userID === userID);
  }

  contactsOf(userID: string): { userID: string; name: string }[] {
    return [1, 2, 3, 4, 5].map((n) => ({ userID: `${userID}-${n}`, name: `Friend ${n}` }));
  }

  profileOf(userID: string): { userID: string; name: string } {
    return { userID, name: this.names.get(userID) ?? `Name of ${userID}` };
  }

  /** The service tells the page that is logged in of another name. */
  rename(userID: string, name: string): void {
    this.names.set(userID, name);
    for (const { sink } of this.logins) sink?.profilesChanged([{ userID, name }]);
  }

  /** The service tells the page that is logged in that a group has other members. */
  setMembers(groupID: string, userIDs: readonly string[]): void {
    this.groups.set(groupID, userIDs);
    for (const { sink } of this.logins) sink?.membersChanged?.(groupID);
  }

  statusOf(userID: string): StatusEntry {
    return this.#truth.get(userID) ?? { userID, statusType: 3, customStatus: '' };
  }

  set(userID: string, statusType: number, customStatus = ''): void {
    const entry = { userID, statusType, customStatus };
    this.#truth.set(userID, entry);
    for (const { subscribed, sink, userID: own } of this.logins) {
      if (subscribed.has(userID) || userID === own) sink?.push([entry]);
    }
  }

  kick(login: CloudLogin, reason: PresenceErrorReason = 'kicked-offline'): void {
    this.remove(login);
    login.sink?.session(undefined);
    login.sink?.failure(new PresenceError(reason, 0, ''));
  }

  /** The connections of pages that are gone are lost. */
  sweep(): void {
    for (const login of this.logins.filter(({ isAlive }) => !isAlive())) this.remove(login);
  }

  remove(login: CloudLogin): void {
    const index = this.logins.indexOf(login);
    if (index >= 0) this.logins.splice(index, 1);
  }

  answer<Answer>(login: CloudLogin, answer: () => Answer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#environment.setTimer(() => {
        if (!this.logins.includes(login) || !this.isReachable) {
          reject(new PresenceError('timeout', 2801, ''));
          return;
        }
        try {
          resolve(answer());
        } catch (error) {
          reject(error as PresenceError);
        }
      }, CALL);
    });
  }

  /** The official login, as the service sees it. */
  readonly official =
    (use: (source: PresenceSource) => () => void, isAlive: () => boolean): LoginDriver =>
    async (options, signal) => {
      await new Promise<void>((resolve) => void this.#environment.setTimer(resolve, LOGIN));
      signal.throwIfAborted();
      // A page that is gone does nothing any more.
      if (!isAlive()) return new Promise(() => undefined);
      if (!this.isReachable) throw new PresenceError('timeout', 2801, '');
      if (this.loginFailure) throw new PresenceError(this.loginFailure, 0, '');
      if (this.expired.has(options.userSig)) throw new PresenceError('user-sig-expired', 70001, '');
      const login = new CloudLogin(this, options.userID, isAlive);
      this.count += 1;
      this.logins.push(login);
      const mine = this.loginsOf(options.userID);
      for (const old of mine.slice(0, -this.webInstances)) this.kick(old);
      const stop = use(login.source);
      login.sink?.display(true);
      return {
        isCurrent: () => this.logins.includes(login),
        end: () => {
          stop();
          this.remove(login);
          return Promise.resolve();
        },
      };
    };
}
