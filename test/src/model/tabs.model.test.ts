import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { STATUSES } from '../../../src/presence.js';
import { TabWorld } from '../../support/tab-world.js';
import type { TabPage } from '../../support/tab-world.js';

/** Runs of the long property; a nightly run may ask for more. */
const RUNS = Number(process.env['PRESENCE_RUNS'] ?? 100);
const USERS = ['alice', 'bob'] as const;

type Step =
  | { do: 'open'; user: (typeof USERS)[number] }
  | { do: 'close' | 'crash' | 'logout' | 'logout everywhere' | 'freeze' | 'thaw'; which: number }
  | { do: 'hide' | 'show' | 'off' | 'on' | 'retry' | 'again'; which: number }
  | { do: 'change'; user: (typeof USERS)[number]; friend: number; type: number }
  | { do: 'kick' | 'expire'; user: (typeof USERS)[number] }
  | { do: 'outage' | 'mend' }
  | { do: 'pass'; ms: number };

const user = fc.constantFrom(...USERS);
const which = fc.nat({ max: 5 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('open' as const), user }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('close', 'crash', 'logout', 'freeze', 'thaw' as const),
      which,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('logout everywhere' as const), which }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('hide', 'show', 'off', 'on', 'retry', 'again' as const),
      which,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      user,
      friend: fc.integer({ min: 1, max: 4 }),
      type: fc.constantFrom(1, 3),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('kick', 'expire' as const), user }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('outage', 'mend' as const) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      ms: fc.constantFrom(0, 3, 20, 60, 150, 700, 3_000),
    }),
  },
);

const friendsOf = (owner: string): string[] => [1, 2, 3, 4].map((n) => `${owner}-${n}`);

/** Tabs of two users, and what a spectator knows of them. */
class Tabs {
  readonly world = new TabWorld();
  readonly #users = new Map<TabPage, (typeof USERS)[number]>();

  get #open(): TabPage[] {
    return this.world.pages.filter(({ isOpen }) => isOpen);
  }

  async run(each: Step): Promise<void> {
    const { cloud } = this.world;
    switch (each.do) {
      case 'open': {
        if (this.#open.length > 6) return;
        const page = this.world.add(friendsOf(each.user), { userID: each.user });
        this.#users.set(page, each.user);
        return;
      }
      case 'change':
        cloud.set(`${each.user}-${each.friend}`, each.type);
        return;
      case 'kick':
      case 'expire': {
        const [login] = cloud.loginsOf(each.user);
        const reason = each.do === 'kick' ? 'kicked-offline' : 'user-sig-expired';
        if (login) cloud.kick(login, reason);
        return;
      }
      case 'outage':
      case 'mend':
        cloud.isReachable = each.do === 'mend';
        return;
      case 'pass':
        return this.world.pass(each.ms);
      default:
        this.#act(each.do, this.#open[each.which]);
    }
  }

  #act(action: Step['do'], page: TabPage | undefined): void {
    if (action === 'close' || action === 'crash') page?.close({ crash: action === 'crash' });
    if (action === 'logout') void page?.login?.end();
    if (action === 'logout everywhere') void page?.login?.end({ everywhere: true });
    if (action === 'freeze' || action === 'thaw') page?.tab.run(action === 'thaw');
    if (action === 'hide' || action === 'show') page?.show(action === 'show');
    if (action === 'off' || action === 'on') {
      page?.controller.switchUserStatus({ displayOnlineStatus: action === 'on' });
    }
    if (action === 'retry') page?.controller.retry();
    if (action === 'again' && page?.login?.isCurrent() === false) {
      const owner = this.#users.get(page)!;
      void page.login.end().then(() => page.start({ userID: owner }));
    }
  }

  /** What holds after every step. */
  check(): void {
    const { cloud, environment } = this.world;
    for (const owner of USERS) assert.equal(cloud.loginsOf(owner).length <= 1, true, owner);
    for (const page of this.#open) {
      const owner = this.#users.get(page)!;
      const other = USERS.find((each) => each !== owner)!;
      const { controller } = page;
      assert.equal(controller.userID === undefined || controller.userID === owner, true);
      const contacts = controller.directory.contacts ?? [];
      assert.equal(
        contacts.every(({ userID }) => userID.startsWith(`${owner}-`)),
        true,
      );
      for (const userID of friendsOf(other)) {
        assert.equal(controller.presenceOf(userID).freshness, 'none');
      }
    }
    assert.deepEqual(environment.errors, []);
  }

  /** Ends all trouble, and waits until nothing is left to do. */
  async rest(): Promise<void> {
    this.world.cloud.isReachable = true;
    for (const page of this.#open) {
      page.tab.run(true);
      page.show(true);
    }
    await this.world.pass(40_000);
    for (const page of this.#open) {
      page.controller.switchUserStatus({ displayOnlineStatus: true });
      await this.world.pass(100);
    }
    await this.world.pass(400_000);
  }

  /** What holds when nothing has gone wrong for a while. */
  checkRest(): void {
    const { cloud, browser } = this.world;
    const inUse = this.#open.filter(({ login }) => login?.isCurrent());
    for (const owner of USERS) {
      const tabs = inUse.filter((page) => this.#users.get(page) === owner);
      assert.equal(cloud.loginsOf(owner).length, tabs.length > 0 ? 1 : 0, `logins of ${owner}`);
    }
    for (const page of inUse) {
      assert.equal(page.controller.state, 'ready', page.tab.id);
      for (const userID of friendsOf(this.#users.get(page)!)) {
        const status = STATUSES[cloud.statusOf(userID).statusType];
        assert.deepEqual(
          page.of(userID),
          { status, freshness: 'live' },
          `${page.tab.id} ${userID}`,
        );
      }
    }
    const leaders = browser.locks.filter((name) => name.includes('/user/'));
    if (inUse.length === 0) assert.deepEqual(leaders, []);
  }
}

test('any history of tabs: one login a user at most, nothing of another user, at rest the truth', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const tabs = new Tabs();
      for (const each of steps) {
        await tabs.run(each);
        await tabs.world.pass(0);
        tabs.check();
      }
      await tabs.rest();
      tabs.check();
      tabs.checkRest();
    }),
    { numRuns: RUNS },
  );
});
