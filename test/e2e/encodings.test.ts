import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { stringsFor } from '../../src/i18n/index.js';
import { encodedText } from './support/encoded-text.js';
import { built, openServedPages } from './support/served-pages.js';
import type { ServedFile, ServedPages } from './support/served-pages.js';

/** Names that a page writes in its own encoding. */
const NAMES = {
  'windows-1252': 'Chloé Lefèvre',
  'windows-1256': 'محمد علي',
  gb2312: '张伟',
  gbk: '張偉',
  big5: '陳大文',
  shift_jis: '山田太郎',
  'euc-jp': '高橋花子',
  'euc-kr': '김민수',
  'iso-8859-2': 'Łukasz Żak',
};

/** The languages of the lists of each page, and what the names in it are in them. */
const LANGUAGES = ['zh-CN', 'ja', 'ar', 'ko'];

const CLASSIC = '<script src="/classic.js"></script>';

/** What servers send with a script: no charset, or a wrong one. */
const SCRIPT_TYPES = [
  'text/javascript',
  'text/javascript; charset=shift_jis',
  'text/javascript; charset=gb18030',
  'text/javascript; charset=windows-1252',
  'text/javascript; charset=iso-2022-jp',
  'application/x-javascript',
];

const LOGIN = `<!doctype html><meta charset="gb2312">${CLASSIC}
  <tui-contact-list lang="zh-CN" label="朋友" style="height: 9000px"></tui-contact-list>`;

/**
 * A page with a list in each language, of one contact.
 *
 * @param name of the contact, as it stands in the script of the page
 */
function pageWith(name: string, script = CLASSIC, head = ''): string {
  const lists = LANGUAGES.map(
    (lang) => `<tui-contact-list lang="${lang}" searchable group-by="status"></tui-contact-list>`,
  );
  return `<!doctype html><html><head>${head}${script}</head>${lists.join('\n')}
<script type="module">
  const source = new TuiPresence.MemorySource({
    contacts: [{ userID: 'ana', name: '${name}' }], displayOnlineStatus: true,
  });
  source.setStatus('ana', 'online');
  source.connect();
</script>`;
}

/** What a reader sees of each list: the words of the search field and of the heading, and the name. */
async function assertRead(tui: ServedPages, name: string): Promise<void> {
  const lists = tui.page.locator('tui-contact-list');
  for (const lang of LANGUAGES) {
    const heading = `${stringsFor(lang).strings.online} 1`;
    await tui.page.locator(`[lang=${lang}] [role=group][aria-label="${heading}"]`).waitFor();
  }
  const read = await lists.evaluateAll((all) =>
    all.map(({ shadowRoot }) => [
      shadowRoot!.querySelector('input')!.placeholder,
      shadowRoot!.querySelector('[part=group] .label')!.textContent.trim(),
      shadowRoot!.querySelector('[part~=name]')!.textContent,
    ]),
  );
  const expected = LANGUAGES.map((lang) => {
    const { strings } = stringsFor(lang);
    return [strings.search, strings.online, name];
  });
  assert.deepEqual(read, expected);
  assert.deepEqual(tui.errors, []);
}

/** Pages by what is special about them. */
const PAGES: Record<string, { body: ServedFile['body']; type?: string; name: string }> = {};

for (const [encoding, name] of Object.entries(NAMES)) {
  const declared = pageWith(name, CLASSIC, `<meta charset="${encoding}">`);
  PAGES[`${encoding}, declared by the server`] = {
    body: encodedText(pageWith(name), encoding),
    type: `text/html; charset=${encoding}`,
    name,
  };
  PAGES[`${encoding}, declared by the page alone`] = {
    body: encodedText(declared, encoding),
    name,
  };
}

SCRIPT_TYPES.forEach((type, index) => {
  const body = Buffer.from(pageWith('Ana', `<script src="/classic-${index}.js"></script>`));
  PAGES[`none that is declared, with the script as ${type}`] = { body, name: 'Ana' };
});

for (const [what, script] of Object.entries({
  'a charset on the script': '<script src="/classic.js" charset="utf-8"></script>',
  'the module': '<script type="module" src="/global.js"></script>',
})) {
  const name = '山田太郎';
  PAGES[`utf-16, with ${what}`] = { body: encodedText(pageWith(name, script), 'utf-16le'), name };
}

describe('a page of another encoding', () => {
  let tui: ServedPages;

  before(async () => {
    const type = 'text/javascript';
    const classic = built('cdn/tui-presence.iife.js');
    const files: Record<string, ServedFile> = {
      '/': { body: '<!doctype html><title>Encodings</title>' },
      '/classic.js': { body: classic, type },
      '/module.js': { body: built('cdn/tui-presence.js'), type },
      '/global.js': {
        body: `import * as all from '/module.js'; globalThis.TuiPresence = all;`,
        type,
      },
      // Where the names are Chinese.
      '/tui-presence-pinyin.js': { body: built('cdn/tui-presence-pinyin.js'), type },
      '/login.html': { body: encodedText(LOGIN, 'gb2312'), type: 'text/html' },
    };
    SCRIPT_TYPES.forEach((each, index) => {
      files[`/classic-${index}.js`] = { body: classic, type: each };
    });
    Object.values(PAGES).forEach((page, index) => {
      files[`/page-${index}.html`] = { type: 'text/html', ...page };
    });
    tui = await openServedPages(files);
  });

  after(() => tui.close());

  Object.entries(PAGES).forEach(([what, { name }], index) => {
    test(`is read right: ${what}`, async () => {
      await tui.page.goto(`${tui.url}/page-${index}.html`);
      await assertRead(tui, name);
    });
  });

  test('logs in and shows the names of the service: gb2312, declared by the page alone', async () => {
    const [friend] = tui.server.world.account('alice').friends.values();
    friend!.remark = '张伟（会计）';
    await tui.page.goto(`${tui.url}/login.html`);
    await tui.page.evaluate(`TuiPresence.login({
      SDKAppID: 1400000001, userID: 'alice', userSig: 'loopback', files: '/dist/cdn',
      proxyServer: 'ws://' + location.host,
    })`);
    await tui.page.getByRole('listbox', { name: '朋友' }).waitFor();
    await tui.page.getByRole('option', { name: /^张伟（会计）/ }).waitFor();
    assert.deepEqual(tui.errors, []);
  });
});
