import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { TuiContactList } from '../../elements/tui-contact-list.js';
import { built, openServedPages } from './support/served-pages.js';
import type { ServedFile, ServedPages } from './support/served-pages.js';

const READINGS = 'tui-presence-pinyin.js';

const SCRIPTS = {
  'a classic script': '<script src="FOLDER/tui-presence.iife.js"></script>',
  'a module': '<script type="module" src="FOLDER/tui-presence.js"></script>',
};

const CLASSIC = SCRIPTS['a classic script'];

const list = (names: readonly string[], lang: string): string => `
  <tui-contact-list searchable lang="${lang}" style="height: 400px"></tui-contact-list>
  <script type="module">
    document.querySelector('tui-contact-list').contacts =
      ${JSON.stringify(names.map((name) => ({ userID: name, name })))};
  </script>`;

interface ListPage {
  script?: string;
  folder?: string;
  names?: readonly string[];
  lang?: string;
  policy?: string;
}

/** The script without the file of the readings beside it. */
const FILES: Record<string, ServedFile> = {
  '/': { body: '<!doctype html><title>Names</title>' },
  '/alone/tui-presence.iife.js': { body: built('cdn/tui-presence.iife.js') },
};

let tui: ServedPages;
/** The paths of the readings that were asked for. */
let asked: string[] = [];

before(async () => {
  tui = await openServedPages(FILES);
  tui.page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith(READINGS)) asked.push(pathname);
  });
});

beforeEach(() => {
  tui.errors.splice(0);
  asked = [];
});

after(() => tui.close());

const rows = () => tui.page.locator('[role=option] [part~=name]');
const search = () => tui.page.locator('input[type=search]');

async function open({ script = CLASSIC, folder = '/dist/cdn', ...page }: ListPage = {}) {
  const { names = ['Zoe', '张伟', '李娜', 'Ana', '重庆银行'], lang = 'en', policy } = page;
  FILES['/names/'] = {
    body: `<!doctype html><meta charset="utf-8">${script.replace('FOLDER', folder)}${list(names, lang)}`,
    ...(policy && { policy }),
  };
  await tui.page.goto(`${tui.url}/names/`);
  await rows().first().waitFor();
}

async function loaded(): Promise<void> {
  await tui.page.waitForLoadState('networkidle');
}

async function found(typed: string): Promise<string[]> {
  await search().fill('');
  await search().pressSequentially(typed);
  return rows().allTextContents();
}

describe('Chinese names on a page with a script tag', () => {
  for (const [kind, script] of Object.entries(SCRIPTS)) {
    test(`are found by their readings, which ${kind} loads from beside it`, async () => {
      await open({ script });
      await search().pressSequentially('zhangwei');
      await tui.page.locator('mark', { hasText: '张伟' }).waitFor();
      assert.deepEqual(await rows().allTextContents(), ['张伟']);
      assert.deepEqual(await found('zhongqing yinhang'), ['重庆银行']);
      assert.deepEqual(await found('張偉'), ['张伟']);
      assert.deepEqual(asked, [`/dist/cdn/${READINGS}`]);
      assert.deepEqual(tui.errors, []);
    });
  }

  test('are found by their first letters where the file is missing', async () => {
    await open({ folder: '/alone' });
    assert.deepEqual(await found('zw'), ['张伟']);
    await loaded();
    assert.deepEqual(asked, [`/alone/${READINGS}`]);
    assert.deepEqual(await found('张'), ['张伟']);
    assert.deepEqual(await found('zhangwei'), []);
    assert.deepEqual(await found(''), ['Ana', '重庆银行', '李娜', 'Zoe', '张伟']);
    // The browser writes the missing file to the console; nothing of ours is there.
    assert.ok(tui.errors.every((error) => error.startsWith('Failed to load resource')));
  });

  test('are found by their first letters where the policy forbids the file', async () => {
    const policy = "script-src 'unsafe-inline' CHAT/dist/cdn/tui-presence.iife.js".replace(
      'CHAT',
      tui.url,
    );
    await open({ policy });
    assert.deepEqual(await found('zw'), ['张伟']);
    assert.deepEqual(await found('zhangwei'), []);
  });

  test('are found by their readings in the folder that a login has named', async () => {
    await open({ folder: '/alone', names: ['Ana', 'Zoe'] });
    await tui.page.evaluate(`TuiPresence.login({
      SDKAppID: 1400000001, userID: 'alice', userSig: 'loopback', files: '/dist/cdn/',
      proxyServer: 'ws://' + location.host }).then(() => {
        document.querySelector('tui-contact-list').contacts = [{ userID: 'w', name: '张伟' }];
      })`);
    await search().fill('zhangwei');
    await tui.page.locator('mark', { hasText: '张伟' }).waitFor();
    assert.deepEqual(asked, [`/dist/cdn/${READINGS}`]);
  });

  for (const [what, use] of Object.entries({
    'the focus in the field': () => search().focus(),
    'a key in the list': () => tui.page.locator('[part~=list]').press('ArrowDown'),
    'a filter of the page': () =>
      tui.page.locator('tui-contact-list').evaluate((element) => {
        (element as TuiContactList).filter = 'z';
      }),
  })) {
    test(`wait for ${what} before their readings are loaded`, async () => {
      await open();
      await rows().first().click();
      await loaded();
      assert.deepEqual(asked, []);
      const readings = tui.page.waitForRequest(`**/${READINGS}`);
      await use();
      await readings;
      assert.deepEqual(asked, [`/dist/cdn/${READINGS}`]);
    });
  }

  for (const [names, lang] of [
    [['Ana', '김민준', 'さくら'], 'en'],
    [['Ana'], 'zh-CN'],
    [['山田', '田中'], 'ja'],
    [['金民俊'], 'ko'],
  ] as const) {
    test(`are not there, and nothing is loaded: ${names.join(', ')} on a page in ${lang}`, async () => {
      await open({ names, lang });
      await found('shan');
      await loaded();
      assert.deepEqual(asked, []);
    });
  }
});
