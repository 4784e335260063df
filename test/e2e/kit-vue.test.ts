/**
 * `@tencentcloud/chat-uikit-vue` 3.0.2 with its own lists, and ours beside them on the same engine.
 * The kit knows online and offline alone, and has no mark for a status that is stale.
 */
import assert from 'node:assert/strict';
import { afterEach, before, beforeEach, describe, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { makeWorld } from '../../demo/server/world.js';
import { bundleKit } from './support/kit.js';
import { openOwnEngine } from './support/own-engine.js';
import type { PresencePage } from './support/presence-page.js';

const FRIENDS = 24;
const ONLINE = 1;
const NOT_LOGGED_IN = 3;

/** The type of a group conversation at the server. */
const GROUP = 2;

let kit: string;
let tui: PresencePage;
let friends: string[];

before(async () => {
  kit = await bundleKit('vue-3');
});

beforeEach(async () => {
  // A world in which no two friends have the same name.
  const world = makeWorld({ friends: FRIENDS, conversations: 8, seed: 2 });
  tui = await openOwnEngine(kit, { isLite: true, world });
  await tui.page.setViewportSize({ width: 1200, height: 3200 });
  await tui.page.evaluate(() => {
    document.documentElement.style.setProperty('--tui-list-max-height', '2000px');
    document.body.append(
      document.createElement('tui-contact-list'),
      document.createElement('tui-conversation-list'),
    );
    globalThis.unmountKit = (engine as unknown as { mountKit(): () => void }).mountKit();
  });
  await tui.connect();
  await logIn('alice');
  friends = [...tui.server.world.account('alice').friends.keys()];
});

afterEach(async () => {
  await tui.close();
});

/** Logs in as an app with the kit does: the kit itself logs the engine in. */
async function logIn(userID: string): Promise<void> {
  await tui.page.evaluate(async (user) => {
    await engine.TUILogin.login({ SDKAppID: 1400000001, userID: user, userSig: 'loopback' });
    presence.switchUserStatus({ displayOnlineStatus: true });
  }, userID);
}

/** What a list shows: `online`, `offline` or `none` for the dot of each row, by the row's name. */
type Dots = Record<string, string>;

type Lists = Record<'contacts' | 'kitContacts' | 'conversations' | 'kitConversations', Dots>;

/** An expression for the page: what the lists show. A row of ours is seen before it counts. */
const SHOWN = `(() => {
  const dots = (root, rows, name, dotOf) => Object.fromEntries(
    [...root.querySelectorAll(rows)]
      .filter((row) => root === document || row.checkVisibility())
      .map((row) => [row.querySelector(name).textContent.trim(), dotOf(row)]),
  );
  const dotOfKit = (row) => {
    const dot = row.querySelector('.online-status');
    return dot === null ? 'none' : dot.matches('.online-status-online') ? 'online' : 'offline';
  };
  const ownDot = (row) => {
    if (!row.querySelector('.dot')?.checkVisibility()) return 'none';
    return ['online', 'away', 'busy'].includes(row.dataset.status) ? 'online' : 'offline';
  };
  const own = (list) => dots(document.querySelector(list).shadowRoot, '.row', '.name', ownDot);
  return {
    contacts: own('tui-contact-list'),
    kitContacts: dots(document, '#kit-contacts .tui-contact-list-group-title ~ li',
      '.tui-contact-list-card-main-name', dotOfKit),
    conversations: own('tui-conversation-list'),
    kitConversations: dots(document, '#kit-conversations .tui-conversation-item', '.name', dotOfKit),
  };
})()`;

const shown = () => tui.page.evaluate<Lists>(SHOWN);

/** What all four lists have to show for a user. */
function truthFor(ownerID: string): Lists {
  const { world } = tui.server;
  const { friends, conversations, groups } = world.account(ownerID);
  const nameOf = (userID: string) =>
    friends.get(userID)?.remark || world.users.get(userID)?.nick || userID;
  const dotOf = (userID: string) => [
    nameOf(userID),
    world.statusOf(userID).status === ONLINE ? 'online' : 'offline',
  ];
  const contacts = Object.fromEntries([...friends.keys()].map(dotOf)) as Dots;
  assert.equal(Object.keys(contacts).length, FRIENDS, 'each friend has a name of their own');
  const partners = Object.fromEntries(
    conversations.map(({ type, id }) =>
      type === GROUP ? [groups.find(({ groupID }) => groupID === id)!.name, 'none'] : dotOf(id),
    ),
  ) as Dots;
  return {
    contacts,
    kitContacts: contacts,
    conversations: partners,
    kitConversations: partners,
  };
}

const withoutDots = (dots: Dots): Dots =>
  Object.fromEntries(Object.keys(dots).map((name) => [name, 'none']));

/** Waits until the lists that are named here show exactly this. */
async function untilShown(expected: Partial<Lists>): Promise<void> {
  const started = Date.now();
  for (;;) {
    const all = await shown();
    const seen = Object.fromEntries(
      Object.keys(expected).map((list) => [list, all[list as keyof Lists]]),
    );
    if (isDeepStrictEqual(seen, expected)) return;
    if (Date.now() - started > 15_000) assert.deepEqual(seen, expected);
    // The next frame: whatever changes a status draws one.
    await tui.page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

const allAgree = (ownerID = 'alice') => untilShown(truthFor(ownerID));

/** Changes a status to the other of online and not logged in. */
function flip(userID: string, { silent = false } = {}): void {
  const { world } = tui.server;
  const status = world.statusOf(userID).status === ONLINE ? NOT_LOGGED_IN : ONLINE;
  world.setStatus(userID, { status }, { silent });
}

describe('the lists of chat-uikit-vue 3.0.2 and ours beside them', () => {
  test('agree from the start, and after each push', async () => {
    await allAgree();
    // Friends with a conversation, whom the kit subscribes, and without, whom it does not.
    for (const userID of [...friends.slice(0, 3), ...friends.slice(-3)]) {
      flip(userID);
      await allAgree();
    }
    assert.deepEqual(tui.ledger().evicted, []);
    assert.deepEqual(tui.errors, []);
  });

  test('agree after the statuses were switched off and on by the engine', async () => {
    await allAgree();
    const { contacts, conversations } = truthFor('alice');
    await switchByEngine(false);
    await untilShown({
      contacts: withoutDots(contacts),
      kitContacts: withoutDots(contacts),
      conversations: withoutDots(conversations),
      kitConversations: withoutDots(conversations),
    });
    for (const userID of friends) flip(userID, { silent: true });
    await switchByEngine(true);
    await allAgree();
    flip(friends[0]!);
    flip(friends.at(-1)!);
    await allAgree();
  });

  test('agree on what has changed while the connection was lost', async () => {
    await allAgree();
    tui.server.refuse(true);
    tui.server.drop('alice');
    await tui.until(`presence.presenceOf('${friends[0]}').freshness === 'stale'`);
    // Nothing of what is shown is taken away meanwhile.
    await allAgree();
    for (const userID of friends) flip(userID, { silent: true });
    tui.server.refuse(false);
    await allAgree();
    flip(friends[0]!);
    flip(friends.at(-1)!);
    await allAgree();
  });

  test('show nothing of the first user to the next', async () => {
    await allAgree();
    const { kitContacts, kitConversations } = truthFor('alice');
    await tui.page.evaluate(() => engine.TUILogin.logout());
    // The kit leaves what it has drawn until somebody logs in, and what it draws is left alone.
    await untilShown({ contacts: {}, conversations: {}, kitContacts, kitConversations });
    const left = await tui.page.evaluate(
      () => (engine.TUIStore.getData('user', 'userStatusList') as Map<string, unknown>).size,
    );
    assert.equal(left, 0);
    await logIn('bob');
    await allAgree('bob');
  });

  test('go on without each other', async () => {
    await allAgree();
    await tui.page.evaluate(() => disconnect());
    await untilShown({ contacts: {}, conversations: {} });
    const [partner = ''] = friends;
    flip(partner);
    const { kitContacts, kitConversations } = truthFor('alice');
    await untilShown({ kitContacts, kitConversations });
    await tui.connect();
    await allAgree();
    await tui.page.evaluate(() => unmountKit());
    flip(partner);
    flip(friends.at(-1)!);
    const { contacts, conversations } = truthFor('alice');
    await untilShown({ contacts, conversations });
    assert.equal(tui.ledger().unsubscribeAll, 0);
    assert.deepEqual(tui.errors, []);
  });
});

/** The switch of the kit's apps. */
function switchByEngine(displayOnlineStatus: boolean): Promise<void> {
  return tui.page.evaluate(
    (on) => engine.TUIUserService.switchUserStatus({ displayOnlineStatus: on }),
    displayOnlineStatus,
  );
}

declare global {
  var unmountKit: () => void;
}
