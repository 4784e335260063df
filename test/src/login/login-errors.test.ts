import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { LoginOptions } from '../../../src/login/login-options.js';
import { loadError } from '../../../src/login/load-error.js';
import { refuseSecretKey } from '../../../src/login/secret-key.js';
import { PresenceError } from '../../../src/presence-error.js';
import { presence } from '../../../src/shared.js';
import { sdkError } from '../../support/fake-chat.js';
import { OfficialPackages, OPTIONS } from '../../support/login-packages.js';

describe('login', () => {
  let packages = new OfficialPackages();
  afterEach(async () => {
    await packages.end();
    assert.equal(presence.state, 'idle');
    packages = new OfficialPackages();
  });

  describe('with a secret key', () => {
    for (const name of [
      'secretKey',
      'SECRETKEY',
      'SecretKey',
      'secret_key',
      'SDKSecretKey',
      'SECRET_KEY',
      'secret-key',
      'secret key',
      'secret',
      'appSecret',
      'privateKey',
      'private_key',
      'PRIVATE-KEY',
    ]) {
      it(`as ${name} throws at once, before any package is loaded`, () => {
        assert.throws(
          () => packages.login({ ...OPTIONS, [name]: '0123456789abcdef' }),
          (error) => error instanceof PresenceError && !error.message.includes('0123456789'),
        );
        assert.equal(packages.loads, 0);
      });
    }
  });

  describe('with a secret key inside of another option', () => {
    for (const options of [
      { config: { secretKey: '0123456789abcdef' } },
      { app: { keys: { private: 1, 'private-key': '0123456789abcdef' } } },
      { list: [{ SECRET: '0123456789abcdef' }] },
    ]) {
      it(`as in ${JSON.stringify(options)} throws at once`, () => {
        assert.throws(
          () => packages.login({ ...OPTIONS, ...options }),
          (error) => error instanceof PresenceError && !error.message.includes('0123456789'),
        );
      });
    }

    it('does not take long to find in options that contain themselves', () => {
      const loop: Record<string, unknown> = {};
      for (const name of ['a', 'b', 'c', 'd']) loop[name] = loop;
      assert.doesNotThrow(() => refuseSecretKey(loop));
    });
  });

  describe('with a mistake in its options', () => {
    const mistakes: readonly (readonly [string, unknown, RegExp])[] = [
      ['no SDKAppID', { ...OPTIONS, SDKAppID: undefined }, /SDKAppID/],
      ['an SDKAppID of 0', { ...OPTIONS, SDKAppID: 0 }, /SDKAppID/],
      ['an SDKAppID of text', { ...OPTIONS, SDKAppID: 'my app' }, /SDKAppID/],
      ['a fractional SDKAppID', { ...OPTIONS, SDKAppID: 1.5 }, /SDKAppID/],
      ['no userID', { ...OPTIONS, userID: '' }, /userID/],
      ['a userID that is no text', { ...OPTIONS, userID: {} }, /userID/],
      ['no UserSig', { ...OPTIONS, userSig: '' }, /UserSig/],
      ['no options', undefined, /SDKAppID/],
      ['options of null', null, /SDKAppID/],
    ];
    for (const [name, options, message] of mistakes) {
      it(`such as ${name} rejects and names it, before any package is loaded`, async () => {
        await assert.rejects(packages.login(options as LoginOptions), (error) => {
          assert.ok(error instanceof PresenceError);
          assert.match(error.message, message);
          return true;
        });
        assert.equal(packages.loads, 0);
        assert.equal(presence.state, 'idle');
      });
    }
  });

  describe('with a failure', () => {
    it('of the SDK rejects with its reason', async () => {
      packages.loginError = sdkError(70001);
      await assert.rejects(packages.start(), {
        name: 'PresenceError',
        reason: 'user-sig-expired',
      });
      assert.deepEqual(packages.log, ['TUILogin.login alice']);
      assert.equal(presence.state, 'idle');
    });

    it('of the engine rejects, and nothing stays connected', async () => {
      packages.engineError = sdkError(2801);
      await assert.rejects(packages.start(), { reason: 'timeout', code: 2801 });
      assert.equal(presence.state, 'idle');
      assert.equal(packages.engine.TUIStore.watchers, 0);
    });

    it('of the switch rejects, and nothing stays connected', async () => {
      packages.switchError = { code: -100000, message: 'not inited' };
      await assert.rejects(packages.start(), { reason: 'not-logged-in' });
      assert.equal(presence.state, 'idle');
    });

    it('to load the packages rejects, and the next login tries again', async () => {
      let works = false;
      const login = packages.createLogin(() =>
        works ? packages.load() : Promise.reject(loadError(new Error('Cannot find module'))),
      );
      await assert.rejects(login(OPTIONS), {
        name: 'PresenceError',
        reason: 'package-missing',
        message: /Install @tencentcloud\/tui-core and @tencentcloud\/chat-uikit-engine/,
      });
      works = true;
      const session = login(OPTIONS);
      await packages.environment.pass(1_000);
      const logout = (await session).logout();
      await packages.environment.pass(1_000);
      await logout;
    });

    it('names the file that a browser could not load, however it says so', () => {
      for (const said of [
        'Failed to fetch dynamically imported module: https://cdn.example/x.js',
        'error loading dynamically imported module: https://cdn.example/x.js',
        'Importing a module script failed.',
        "'text/html' is not a valid JavaScript MIME type.",
        'Cross-origin script load denied by Cross-Origin Resource Sharing policy.',
      ]) {
        const { reason, message } = loadError(new TypeError(said), 'x.js could not be loaded');
        assert.deepEqual([reason, message], ['package-missing', 'x.js could not be loaded'], said);
      }
    });

    it('can be followed by a login that works', async () => {
      packages.loginError = sdkError(70001);
      await assert.rejects(packages.start());
      packages.loginError = undefined;
      const session = await packages.start();
      assert.equal(session.userID, 'alice');
    });
  });
});
