import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LoginDriver } from '../../../src/login/active-login.js';
import { tabsLogin } from '../../../src/login/tabs-login.js';
import { PresenceController } from '../../../src/presence-controller.js';
import { browserTabs } from '../../../src/sources/tabs/tab-support.js';
import { FakeBrowser } from '../../support/fake-browser.js';
import type { FakeTab } from '../../support/fake-browser.js';
import { FakeEnvironment } from '../../support/fake-environment.js';

const OPTIONS = { SDKAppID: 1, userID: 'alice', userSig: 'sig' };

/** Logs in with these options; says what the official login received, and which locks are held. */
async function logIn(
  options: { tabs?: 'shared' | 'own' },
  hasTabs: boolean,
  change: (tab: FakeTab) => void = () => undefined,
) {
  const environment = new FakeEnvironment();
  const browser = new FakeBrowser(environment);
  const received: object[] = [];
  const official = (): LoginDriver => (given) => {
    received.push(given);
    return Promise.resolve({ isCurrent: () => true, end: () => Promise.resolve() });
  };
  const controller = new PresenceController({ environment });
  const support = () => {
    if (!hasTabs) return undefined;
    const tab = browser.openTab();
    change(tab);
    return tab;
  };
  const driver = tabsLogin({ official, controller, environment }, support);
  const login = driver({ ...OPTIONS, ...options }, new AbortController().signal);
  await environment.pass(100);
  assert.equal((await login).isCurrent(), true);
  return { received, locks: browser.locks.length };
}

describe('the option tabs', () => {
  it('is `shared` by default: the tab holds its lock and that of the login', async () => {
    assert.deepEqual(await logIn({}, true), { received: [OPTIONS], locks: 2 });
    assert.deepEqual(await logIn({ tabs: 'shared' }, true), { received: [OPTIONS], locks: 2 });
  });

  it('with `own` lets the page log in by itself', async () => {
    assert.deepEqual(await logIn({ tabs: 'own' }, true), { received: [OPTIONS], locks: 0 });
  });

  it('is `own` where the browser has no locks or channels, as in Node', async () => {
    assert.deepEqual(await logIn({}, false), { received: [OPTIONS], locks: 0 });
    assert.equal(browserTabs({}), undefined);
    assert.equal(browserTabs({ navigator: {}, document: undefined as never }), undefined);
  });

  const denied = new DOMException('denied', 'SecurityError');

  for (const [name, deny] of [
    [
      'locks, as to a sandboxed frame',
      ({ locks }) => {
        locks.query = () => Promise.reject(denied);
        locks.request = () => Promise.reject(denied);
      },
    ],
    [
      'channels, as Firefox does to a page without site data',
      (tab) => {
        tab.openChannel = () => {
          throw denied;
        };
      },
    ],
  ] satisfies [string, (tab: FakeTab) => void][]) {
    it(`is \`own\` where the browser denies ${name}`, async () => {
      assert.deepEqual(await logIn({}, true, deny), { received: [OPTIONS], locks: 0 });
    });
  }
});
