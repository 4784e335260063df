import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ActiveLogin, Session } from '../../../src/login/active-login.js';
import { LoginQueue } from '../../../src/login/login-queue.js';
import { PresenceError } from '../../../src/presence-error.js';
import { FakeEnvironment, settled } from '../../support/fake-environment.js';

/** Runs of the property; a nightly run may ask for more. */
const RUNS = Number(process.env['PRESENCE_RUNS'] ?? 300);

const OPTIONS = { SDKAppID: 1, userSig: 'sig' };

/** A service with one login at a time, on the clock of a test. */
class World {
  readonly environment = new FakeEnvironment();
  readonly errors: string[] = [];
  /** The user whose login is under way or made; there is never a second one. */
  user: string | undefined;
  logins = 0;
  failures = 0;
  readonly queue = new LoginQueue(async ({ userID }, signal) => {
    if (this.user !== undefined) this.errors.push(`${userID} logs in while ${this.user} is in`);
    this.user = userID;
    this.logins += 1;
    await this.#wait(100, signal);
    if (signal.aborted || this.failures > 0) {
      this.failures = Math.max(0, this.failures - 1);
      this.user = undefined;
      throw signal.aborted ? (signal.reason as Error) : new PresenceError('timeout', 2801, '');
    }
    return this.#activeLogin(userID);
  });

  login(userID: string): Promise<Session> {
    return this.queue.login({ ...OPTIONS, userID });
  }

  kick(): void {
    this.user = undefined;
  }

  #activeLogin(userID: string): ActiveLogin {
    return {
      isCurrent: () => this.user === userID,
      end: async () => {
        await this.#wait(50);
        if (this.user === userID) this.user = undefined;
      },
    };
  }

  #wait(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.environment.setTimer(resolve, ms);
      signal?.addEventListener('abort', () => {
        cancel();
        resolve();
      });
    });
  }
}

describe('LoginQueue', () => {
  it('lets the last login win, and rejects those it has overtaken', async () => {
    const world = new World();
    const logins = ['alice', 'bob', 'alice', 'carol'].map((userID) => world.login(userID));
    const results = Promise.allSettled(logins);
    await world.environment.pass(5_000);
    assert.deepEqual(
      (await results).map((result) =>
        result.status === 'fulfilled' ? result.value.userID : result.reason.reason,
      ),
      ['superseded', 'superseded', 'superseded', 'carol'],
    );
    assert.equal(world.user, 'carol');
    assert.deepEqual(world.errors, []);
  });

  it('rejects one that is overtaken while it waits for the end of the login before', async () => {
    const world = new World();
    void world.login('alice');
    await world.environment.pass(1_000);
    const waiting = world.login('bob').catch((error: PresenceError) => error.reason);
    const last = world.login('carol');
    assert.equal(await waiting, 'superseded');
    assert.equal(world.user, 'alice');
    await world.environment.pass(1_000);
    assert.equal((await last).userID, 'carol');
    assert.deepEqual(world.errors, []);
  });

  it('ends as the first user where that login came last', async () => {
    const world = new World();
    const results = Promise.allSettled(['alice', 'bob', 'alice'].map((user) => world.login(user)));
    await world.environment.pass(5_000);
    assert.equal((await results).at(-1)!.status, 'fulfilled');
    assert.equal(world.user, 'alice');
  });

  it('shares one login among the sessions of a user', async () => {
    const world = new World();
    const logins = [world.login('alice'), world.login('alice')];
    await world.environment.pass(1_000);
    const [one, other] = await Promise.all(logins);
    assert.equal(world.logins, 1);
    await one!.logout();
    assert.equal(world.user, 'alice');
    const ended = other!.logout();
    await world.environment.pass(1_000);
    await ended;
    assert.equal(world.user, undefined);
  });

  it('logs in again after a kick', async () => {
    const world = new World();
    const first = world.login('alice');
    await world.environment.pass(1_000);
    world.kick();
    const second = world.login('alice');
    await world.environment.pass(1_000);
    await second;
    assert.equal(world.logins, 2);
    await (await first).logout();
    assert.equal(world.user, 'alice', 'the session of the login before ends nothing');
  });

  it('lets a login follow one that has failed', async () => {
    const world = new World();
    world.failures = 1;
    const failed = assert.rejects(world.login('alice'), { reason: 'timeout' });
    const second = world.login('alice');
    await world.environment.pass(1_000);
    await failed;
    assert.equal((await second).userID, 'alice');
  });

  it('ends the sessions of a user in all places at once with everywhere', async () => {
    const world = new World();
    const logins = [world.login('alice'), world.login('alice')];
    await world.environment.pass(1_000);
    const [one, other] = await Promise.all(logins);
    const ended = one!.logout({ everywhere: true });
    await world.environment.pass(1_000);
    await ended;
    assert.equal(world.user, undefined);
    await other!.logout();
    assert.deepEqual(world.errors, []);
  });

  it('ends as the last login of any history, with one login at a time', async () => {
    const step = fc.oneof(
      { weight: 5, arbitrary: fc.record({ do: fc.constant('login' as const), user: fc.nat(2) }) },
      { weight: 4, arbitrary: fc.record({ do: fc.constant('logout' as const), which: fc.nat(5) }) },
      {
        weight: 5,
        arbitrary: fc.record({
          do: fc.constant('pass' as const),
          ms: fc.constantFrom(0, 20, 60, 120, 400),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ do: fc.constantFrom('kick' as const, 'fail' as const) }),
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40, size: 'max' }), async (history) => {
        const world = new World();
        const sessions: Promise<Session>[] = [];
        let last: { userID: string; login: Promise<Session> } | undefined;
        for (const next of history) {
          if (next.do === 'login') {
            const userID = ['alice', 'bob', 'carol'][next.user]!;
            const login = world.login(userID);
            login.catch(() => undefined);
            sessions.push(login);
            last = { userID, login };
          } else if (next.do === 'logout') {
            const [ended] = sessions.splice(next.which, 1);
            void ended?.then(
              (session) => session.logout(),
              () => undefined,
            );
          } else if (next.do === 'pass') {
            await world.environment.pass(next.ms);
          } else if (next.do === 'kick') {
            await world.environment.pass(1_000);
            world.kick();
          } else {
            world.failures = 1;
          }
          await settled();
          assert.deepEqual(world.errors, []);
        }
        // Each login that was overtaken takes some turns of the microtask queue.
        for (const _ of history) await world.environment.pass(1_000);
        assert.deepEqual(world.errors, []);
        const alive: string[] = [];
        for (const session of await Promise.allSettled(sessions)) {
          if (session.status === 'fulfilled') alive.push(session.value.userID);
        }
        if (world.user !== undefined) assert.ok(alive.includes(world.user), 'a session is left');
        const lastSession = last && sessions.includes(last.login);
        const [result] = lastSession ? await Promise.allSettled([last!.login]) : [];
        if (result?.status === 'rejected') assert.equal(result.reason.reason, 'timeout');
        const wasKicked = history.some((each) => each.do === 'kick');
        if (result?.status === 'fulfilled' && !wasKicked) assert.equal(world.user, last!.userID);
      }),
      { numRuns: RUNS, includeErrorInReport: true },
    );
  });
});
