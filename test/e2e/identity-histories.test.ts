import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '../../demo/server/random.js';
import { openPresencePage } from './support/presence-page.js';
import type { PresencePage } from './support/presence-page.js';
import { BOBS_FRIENDS, logIn, OBSERVE_CONTACTS, worldOfTwo } from './support/two-users.js';

const STEPS = 100;

const USERS = ['alice', 'bob'] as const;

/** What happens to logins, most of it without waiting for what came before. */
const steps: Record<string, (tui: PresencePage, pick: (count: number) => number) => unknown> = {
  'a login': (tui, pick) => tui.page.evaluate(`void enter('${USERS[pick(2)]}')`),
  'two logins at once': (tui) => tui.page.evaluate(`void enter('alice'), void enter('bob')`),
  'a login that is waited for': (tui, pick) => tui.page.evaluate(`enter('${USERS[pick(2)]}')`),
  'a logout': (tui) => tui.page.evaluate(`void sessions.shift()?.logout()`),
  'a logout that is waited for': (tui) => tui.page.evaluate(`sessions.shift()?.logout()`),
  'a kick': (tui, pick) => tui.server.kick(USERS[pick(2)]!, 1),
  'a lost connection': (tui, pick) => tui.server.drop(USERS[pick(2)]!),
  'a second connection': (tui) => tui.page.evaluate(`tui.connect(own())()`),
};

/** Users of whom something is shown although they are no contacts of the logged-in user. */
const STRANGERS = `(() => {
  const own = presence.userID === 'bob' ? /^bobs/ : /^(?!bobs)/;
  const contacts = (presence.directory.contacts ?? []).map(({ userID }) => userID);
  const shown = known.filter((userID) => presence.presenceOf(userID).status !== 'unknown');
  return [...contacts, ...shown].filter(
    (userID) => presence.userID === undefined || (userID !== presence.userID && !own.test(userID)),
  );
})()`;

/** An expression for what each login logs in with, and for the user who is in there. */
const LOGINS = {
  uikit: ['engine', 'engine.TUILogin.getContext().chat.getLoginUser()'],
  chat: ['lite.create({ SDKAppID: 1400000001 })', 'own().getLoginUser()'],
} as const;

for (const sdk of ['uikit', 'chat'] as const) {
  test(`with ${sdk}, in ${STEPS} logins, logouts and kicks no user sees anything of another`, async () => {
    const random = seededRandom(20_261_129);
    const pick = (count: number): number => Math.floor(random() * count);
    const { world, alices } = worldOfTwo(60);
    const tui = await openPresencePage({ world, redirected: sdk === 'chat' });
    const bobs = [...world.account('bob').friends.keys()];
    try {
      await tui.page.evaluate(OBSERVE_CONTACTS);
      await tui.page.evaluate(
        `import('/dist/cdn/tui-presence-chat.js').then((module) => {
          globalThis.lite = module.TencentCloudChat;
        })`,
      );
      await tui.page.evaluate(`
        globalThis.known = ${JSON.stringify([...alices, ...bobs])};
        globalThis.own = () => ${LOGINS[sdk][0]};
        globalThis.sessions = [];
        globalThis.refused = [];
        globalThis.enter = (userID) => (${logIn(tui.server.url, sdk)})(userID).then(
          (session) => {
            if (session.userID !== ${LOGINS[sdk][1]}) {
              refused.push(session.userID + ' is not ' + userID);
            }
            sessions.push(session);
          },
          (error) =>
            ['superseded', 'kicked-offline'].includes(error.reason) || refused.push(error.message),
        );`);
      const names = Object.keys(steps);
      for (let step = 0; step < STEPS; step++) {
        const name = names[pick(names.length)]!;
        await steps[name]!(tui, pick);
        assert.deepEqual(await tui.page.evaluate(STRANGERS), [], `step ${step}, ${name}`);
      }
      assert.deepEqual(await tui.page.evaluate('refused'), []);
      await tui.page.evaluate(`enter('bob')`);
      // With each instance that a page has created `lite-chat` counts each call once more against its
      // limits, and refuses all statuses after so many: this is about what is shown until then.
      if (sdk === 'chat') return;
      await tui.until(`presence.userID === 'bob' && presence.stats.live === ${BOBS_FRIENDS}`);
      await tui.showsTruth(bobs);
      assert.deepEqual(await tui.page.evaluate(STRANGERS), []);
      assert.deepEqual([...tui.server.subscriptionsOf('bob')].sort(), [...bobs].sort());
      assert.deepEqual(await tui.page.evaluate('refused'), []);
      assert.deepEqual(tui.ledger('bob').evicted, []);
    } finally {
      await tui.close();
    }
  });
}
