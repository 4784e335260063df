import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { connect } from '../../../src/connect.js';
import type { Session } from '../../../src/login/active-login.js';
import type { Login } from '../../../src/login/create-login.js';
import { chatLogin } from '../../../src/login/chat-login.js';
import { createLogin } from '../../../src/login/create-login.js';
import { officialLogin } from '../../../src/login/official-login.js';
import type { LoginPackages } from '../../../src/login/login-packages.js';
import { PresenceController } from '../../../src/presence-controller.js';
import { STATUSES } from '../../../src/presence.js';
import { FakeChat, friend } from '../../support/fake-chat.js';
import { FakeLitePackage } from '../../support/fake-lite-chat.js';
import { FakeEngine } from '../../support/fake-engine.js';
import { FakeEnvironment } from '../../support/fake-environment.js';

/** Runs of the property; a nightly run may ask for more. */
const RUNS = Number(process.env['PRESENCE_RUNS'] ?? 150);

const USERS = ['alice', 'bob'] as const;
const friendsOf = (userID: string): string[] =>
  ['a', 'b', 'c', 'd'].map((letter) => `${userID}-${letter}`);
const ALL = USERS.flatMap(friendsOf);

/** A login with its packages and a service behind them, and a page that shows its user's friends. */
abstract class World {
  readonly environment = new FakeEnvironment();
  readonly controller = new PresenceController({ environment: this.environment });
  readonly errors: string[] = [];
  readonly truth = new Map(ALL.map((userID) => [userID, 3]));
  readonly sessions: Promise<Session>[] = [];
  #stops: (() => void)[] = [];
  protected abstract readonly logIn: Login;

  constructor() {
    this.controller.directory.observe(() => this.#observeContacts());
  }

  abstract get chat(): FakeChat | undefined;

  /** Connects once more, as an element of a framework does, and disconnects again. */
  abstract reconnect(): void;

  login(userID: string): void {
    const session = this.logIn({ SDKAppID: 1, userID, userSig: 'sig' });
    this.sessions.push(session);
    session.then(
      (handedOut) => {
        const actual = this.chat!.getLoginUser();
        if (handedOut.userID !== userID) this.errors.push(`${handedOut.userID} for ${userID}`);
        if (actual && actual !== userID) this.errors.push(`${actual} is in, and not ${userID}`);
      },
      (error: { reason: string }) => {
        const isExpected = ['superseded', 'kicked-offline'].includes(error.reason);
        if (!isExpected) this.errors.push(String(error));
      },
    );
  }

  set(userID: string, statusType: number): void {
    this.truth.set(userID, statusType);
    this.chat?.set(userID, statusType);
  }

  /** As a list does: all contacts are observed, half of them live. */
  #observeContacts(): void {
    const before = this.#stops;
    const users = (this.controller.directory.contacts ?? []).map(({ userID }) => userID);
    this.#stops = [
      this.controller.observe(users, () => undefined, { live: false }),
      this.controller.observe(users.slice(0, 2), () => undefined),
    ];
    for (const stop of before) stop();
  }

  /** The service as the user who logs in finds it. */
  protected prepare(chat: FakeChat, userID: string): void {
    for (const [user, statusType] of this.truth) chat.set(user, statusType);
    chat.friends = friendsOf(userID).map((each) => friend(each));
  }

  /** What holds after every step: nothing of another user is visible or subscribed. */
  check(): void {
    const { controller, chat } = this;
    const own = controller.userID === undefined ? [] : friendsOf(controller.userID);
    const contacts = (controller.directory.contacts ?? []).map(({ userID }) => userID);
    const isForeign = (userID: string): boolean => !own.includes(userID);
    assert.deepEqual(contacts.filter(isForeign), []);
    const known = ALL.filter((userID) => controller.presenceOf(userID).status !== 'unknown');
    assert.deepEqual(known.filter(isForeign), []);
    const allowed = friendsOf(chat?.getLoginUser() ?? '');
    assert.deepEqual(
      [...(chat?.subscribed ?? [])].filter((id) => !allowed.includes(id)),
      [],
    );
    assert.deepEqual(this.errors, []);
    assert.deepEqual(this.environment.errors, []);
  }
}

class UIKitWorld extends World {
  readonly engine = new FakeEngine();
  #chat: FakeChat | undefined;
  #isDestroyed = false;
  protected override readonly logIn = createLogin(
    officialLogin({
      load: () => Promise.resolve(this.#packages()),
      connect: (engine) => connect(engine, this.controller, this.environment),
      environment: this.environment,
    }),
  );

  override get chat(): FakeChat | undefined {
    return this.#chat;
  }

  override reconnect(): void {
    if (this.engine.TUIChatEngine.chat) {
      connect(this.engine, this.controller, this.environment)();
    }
  }

  #packages(): LoginPackages {
    const { engine } = this;
    return {
      ...engine,
      TUILogin: {
        login: ({ userID }: { userID: string }) => this.#logIn(userID),
        logout: () => this.#chat!.logout(),
        destroy: () => {
          this.#isDestroyed = true;
          return this.#chat!.logout();
        },
        getContext: () => ({ chat: this.#chat }),
      },
    } as unknown as LoginPackages;
  }

  #logIn(userID: string): Promise<unknown> {
    if (this.#isDestroyed) this.#chat = undefined;
    this.#isDestroyed = false;
    const chat = (this.#chat ??= new FakeChat(this.environment));
    if (chat.isReady()) return Promise.resolve({ data: { repeatLogin: true } });
    return new Promise((resolve) => {
      this.environment.setTimer(() => {
        // An instance that was destroyed meanwhile logs no user in.
        if (chat !== this.#chat || this.#isDestroyed) return;
        this.prepare(chat, userID);
        chat.login(userID);
        this.environment.setTimer(() => resolve({}), 500);
      }, 100);
    });
  }
}

class ChatWorld extends World {
  readonly #lite = new FakeLitePackage(this.environment, (chat, userID) =>
    this.prepare(chat, userID),
  );
  protected override readonly logIn = createLogin(
    chatLogin({
      load: () => Promise.resolve(this.#lite.packages()),
      connect: (chat) => connect(chat, this.controller, this.environment),
      environment: this.environment,
    }),
  );

  override get chat(): FakeChat | undefined {
    return this.#lite.chat;
  }

  override reconnect(): void {
    if (this.chat) connect(this.chat, this.controller, this.environment)();
  }
}

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('login' as const), user: fc.constantFrom(...USERS) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('logout' as const), which: fc.nat(4) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      user: fc.constantFrom(...ALL),
      type: fc.constantFrom(1, 3),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      ms: fc.constantFrom(0, 15, 60, 120, 700, 6_000),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'host logout' as const,
        'kick' as const,
        'drop' as const,
        'restore' as const,
        'reconnect' as const,
      ),
    }),
  },
);

for (const [sdk, OneWorld] of [
  ['uikit', UIKitWorld],
  ['chat', ChatWorld],
] as const) {
  test(`with ${sdk}, in any history of logins no user sees anything of another, and at rest the truth`, async () => {
    let steps = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 50, size: 'max' }), async (history) => {
        const world = new OneWorld();
        for (const next of history) {
          steps += 1;
          if (next.do === 'login') world.login(next.user);
          else if (next.do === 'logout') {
            const [ended] = world.sessions.splice(next.which, 1);
            void ended?.then(
              (session) => session.logout(),
              () => undefined,
            );
          } else if (next.do === 'change') world.set(next.user, next.type);
          else if (next.do === 'host logout') void world.chat?.logout();
          else if (next.do === 'kick') world.chat?.kick('multipleAccount');
          else if (next.do === 'drop') world.chat?.drop();
          else if (next.do === 'restore') world.chat?.restore();
          else if (next.do === 'reconnect') world.reconnect();
          else if (next.do === 'pass') await world.environment.pass(next.ms);
          world.check();
        }
        world.chat?.restore();
        // Each login that was overtaken takes some turns of the microtask queue.
        for (const _ of history) await world.environment.pass(1_000);
        world.login('bob');
        await world.environment.pass(1_000);
        for (const user of friendsOf('bob')) world.set(user, 1);
        await world.environment.pass(100_000);
        world.check();
        assert.equal(world.controller.userID, 'bob');
        for (const user of friendsOf('bob')) {
          const { status, freshness } = world.controller.presenceOf(user);
          assert.equal(status, STATUSES[world.truth.get(user)!]);
          assert.notEqual(freshness, 'stale');
        }
        assert.equal(world.controller.stats.held, world.chat!.subscribed.size);
      }),
      { numRuns: RUNS, includeErrorInReport: true },
    );
    console.log(`# ${sdk}, ${RUNS} histories, ${steps} steps`);
  });
}
