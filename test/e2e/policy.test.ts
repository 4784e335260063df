import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { openServedPages } from './support/served-pages.js';
import type { ServedPages } from './support/served-pages.js';

/** What the elements need, and Lit's own policy where a page asks for trusted types. */
const ELEMENTS = "default-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

const BODY = `<!doctype html><html lang="en"><tui-online-dot id="dot" user-id="ana"></tui-online-dot>
<tui-contact-list id="contacts" searchable announce group-by="initial"></tui-contact-list>
<tui-conversation-list id="conversations"></tui-conversation-list>
<tui-own-status id="own"></tui-own-status>`;

const SCRIPTS = {
  module: '<script type="module" src="/page.js"></script>',
  classic: '<script src="/dist/cdn/tui-presence.iife.js"></script><script src="/page.js"></script>',
};

const IMPORTS = {
  module: `import * as TuiPresence from '/dist/cdn/tui-presence.js';`,
  classic: '',
};

const FORMS = ['module', 'classic'] as const;

let tui: ServedPages;

afterEach(async () => {
  await tui.close();
});

/** A page of both lists and a dot, whose script is a file of the page's own. */
function open(form: (typeof FORMS)[number], policy: string, script: string): Promise<ServedPages> {
  return openServedPages({
    '/': { body: BODY + SCRIPTS[form], policy },
    '/page.js': { body: `${IMPORTS[form]}${script};globalThis.TuiPresence = TuiPresence;` },
  });
}

/** Everything that draws: rows, faces, headings, marks, states and words. */
const PEOPLE = `
const contacts = Array.from({ length: 400 }, (_, i) => ({
  userID: i ? 'user' + i : 'ana', name: 'Ana ' + i, avatar: i % 2 ? '/page.js?a.png' : '',
}));
const conversations = contacts.map(({ userID, name }, i) => ({
  conversationID: 'C2C' + userID, type: 'c2c', userID, name, lastMessage: 'hello',
  lastMessageTime: 1.7e12 + i, unreadCount: i, isPinned: i < 3, isMuted: i % 5 === 0,
}));
const source = new TuiPresence.MemorySource({ contacts, conversations, displayOnlineStatus: true });
for (const { userID } of contacts) source.setStatus(userID, 'online', 'at lunch');
source.connect();
globalThis.source = source;
`;

describe("a page under default-src 'self' with trusted types", () => {
  for (const form of FORMS) {
    test(`draws the elements of the ${form} script without a violation`, async () => {
      tui = await open(form, ELEMENTS, PEOPLE);
      const { page } = tui;
      await page.locator('#dot[status=online]').waitFor();
      await page.locator('#contacts').getByRole('option', { name: ', online' }).nth(3).waitFor();
      await page
        .locator('#conversations')
        .getByRole('option', { name: ', online' })
        .nth(3)
        .waitFor();

      await page.locator('#own [part=button]').click();
      await page.locator('#own [part=item]').nth(5).click();
      await page.locator('#own [part=field]').fill('at the dentist');
      await page.locator('#own [type=submit]').click();
      await page.locator('#own [part=custom-status]', { hasText: 'at the dentist' }).waitFor();

      await page.locator('#contacts [part=search]').fill('ana 39');
      await page.locator('#contacts mark').first().waitFor();
      await page.locator('#contacts [part=search]').fill('zzz');
      await page.locator('#contacts').getByText('zzz').waitFor();
      await page.locator('#contacts [part=search]').fill('');
      await page.evaluate(() => {
        const list = document.querySelector('tui-contact-list')!;
        list.order = 'status';
        list.groupBy = 'status';
      });
      await page.locator('#contacts').hover();
      await page.mouse.wheel(0, 9_000);
      await page.locator('#conversations [role=option]').first().click();
      await page.evaluate(() => {
        document.documentElement.lang = 'ar';
        document.documentElement.dir = 'rtl';
        document.querySelector('tui-contact-list')!.renderContact = ({ userID }) =>
          document.createTextNode(userID);
      });
      await page.locator('#contacts').getByText('user', { exact: false }).first().waitFor();
      await page.evaluate(() => {
        globalThis.source.drop();
        globalThis.source.fail('plan-unsupported');
        globalThis.source.setContacts([]);
      });
      await page.locator('#contacts [role=option]').first().waitFor({ state: 'detached' });

      assert.deepEqual(await tui.violations(), []);
      assert.deepEqual(tui.errors, []);
    });
  }

  test("draws beside the page's own Lit where the policy allows duplicates", async () => {
    tui = await openServedPages({
      '/': { body: BODY + SCRIPTS.classic, policy: `${ELEMENTS} 'allow-duplicates'` },
      '/page.js': { body: PEOPLE },
    });
    const { page } = tui;
    await page.locator('#contacts').getByRole('option', { name: ', online' }).first().waitFor();
    await page.evaluate(() => import('/dist/cdn/tui-online-dot.js' as string));
    assert.deepEqual(await tui.violations(), []);
    assert.deepEqual(tui.errors, []);
  });

  test('draws the dot of the bundle with the dot alone without a violation', async () => {
    tui = await openServedPages({
      '/': {
        body: `<!doctype html><tui-online-dot
          status="away"></tui-online-dot><script type="module" src="/dist/cdn/tui-online-dot.js"></script>`,
        policy: ELEMENTS,
      },
    });
    await tui.page.locator('tui-online-dot[freshness]').waitFor();
    assert.deepEqual(await tui.violations(), []);
    assert.deepEqual(tui.errors, []);
  });
});

/** The chat server, and its people's pictures. */
const CHAT = 'connect-src CHAT; img-src data:';

/** Policies under which the Chat SDK by itself never opens its socket, or cannot log in at all. */
const WITHOUT_WORKERS = {
  'no workers': `default-src 'self'; ${CHAT}`,
  'workers of its own files only': `default-src 'self'; ${CHAT}; worker-src 'self'`,
  'trusted types': `${ELEMENTS}; ${CHAT}`,
};

const LOG_IN = `
globalThis.loggedIn = TuiPresence.login({
  SDKAppID: 1400000001, userID: 'alice', userSig: 'loopback',
  proxyServer: 'ws://' + location.host,
}).then(({ userID }) => userID, (error) => error.reason + ': ' + error.message)`;

describe('login', () => {
  for (const [name, policy] of Object.entries(WITHOUT_WORKERS)) {
    for (const form of FORMS) {
      test(`goes without a worker in a ${form} page that allows ${name}`, async () => {
        tui = await open(form, policy, LOG_IN);
        assert.equal(await tui.page.evaluate(() => globalThis.loggedIn), 'alice');
        await tui.page
          .locator('#contacts')
          .getByRole('option', { name: ', online' })
          .first()
          .waitFor();
        // The one look whether there may be a worker; the SDK finds none to start.
        const refused = await tui.violations();
        assert.equal(refused.length, 1, refused.join('\n'));
        assert.match(refused[0]!, /blob/);
        assert.equal(await tui.page.evaluate(() => typeof Worker), 'function');
      });
    }
  }

  test('keeps the worker where the policy allows it', async () => {
    tui = await open('module', `default-src 'self'; ${CHAT}; worker-src blob:`, LOG_IN);
    assert.equal(await tui.page.evaluate(() => globalThis.loggedIn), 'alice');
    assert.ok(tui.page.workers().length > 0);
    assert.deepEqual(await tui.violations(), []);
  });
});

declare global {
  var loggedIn: Promise<string>;
  var source: import('../../elements/index.js').MemorySource;
}
