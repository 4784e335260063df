import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { Session } from '../../../src/login/active-login.js';
import { presence } from '../../../src/shared.js';
import { sdkError } from '../../support/fake-chat.js';
import { settled } from '../../support/fake-environment.js';
import { OfficialPackages, OPTIONS } from '../../support/login-packages.js';

describe('login', () => {
  let packages = new OfficialPackages();
  afterEach(async () => {
    await packages.end();
    assert.equal(presence.state, 'idle');
    packages = new OfficialPackages();
  });

  it('logs in to the SDK, then to the engine, then connects and switches on', async () => {
    const session = await packages.start();
    assert.equal(session.userID, 'alice');
    assert.deepEqual(packages.log, [
      'TUILogin.login alice',
      'TUIChatEngine.login alice',
      'switch true, ready',
    ]);
    assert.equal(presence.userID, 'alice');
    assert.equal(presence.displayOnlineStatus, true);
  });

  it('does not wait for the half second that TUILogin adds', async () => {
    let session: Session | undefined;
    const login = packages.login(OPTIONS).then((value) => {
      session = value;
    });
    await packages.environment.pass(300);
    assert.equal(session?.userID, 'alice');
    await packages.environment.pass(1_000);
    await login;
    await session?.logout();
  });

  it('that began without a network is begun again as soon as it is back', async () => {
    const { environment } = packages;
    environment.setOnline(false);
    const login = packages.login(OPTIONS);
    await environment.pass(3_000);
    environment.setOnline(true);
    await environment.pass(1_000);
    assert.equal((await login).userID, 'alice');
    assert.equal(presence.userID, 'alice');
    assert.deepEqual(packages.log.slice(0, 4), [
      'TUILogin.login alice',
      'TUILogin.destroy',
      'TUILogin.login alice',
      'TUIChatEngine.login alice',
    ]);
    await packages.logout(await login);
    assert.equal(environment.listeners, 0);
  });

  it('leaves no handler of its own on the chat', async () => {
    await packages.logout(await packages.start());
    const { handlers } = packages.chat!;
    await packages.logout(await packages.start());
    assert.equal(packages.chat!.handlers, handlers);
  });

  it('loads the packages when it is called, and not before', async () => {
    assert.equal(packages.loads, 0);
    await packages.start();
    assert.equal(packages.loads, 1);
  });

  it('passes on every option, and the SDKAppID as a number', async () => {
    await packages.start({
      SDKAppID: '1400000001' as unknown as number,
      proxyServer: 'ws://127.0.0.1:1',
      devMode: true,
    });
    assert.deepEqual(packages.options, [
      { ...OPTIONS, proxyServer: 'ws://127.0.0.1:1', devMode: true },
    ]);
  });

  describe('of another user', () => {
    it('logs the user before out, and gives the next one an SDK instance of their own', async () => {
      await packages.start();
      const before = packages.chat;
      await packages.start({ userID: 'bob' });
      assert.deepEqual(packages.log.slice(3), [
        'TUILogin.logout',
        'TUILogin.destroy',
        'TUILogin.login bob',
        'TUIChatEngine.login bob',
        'switch true, ready',
      ]);
      assert.notEqual(packages.chat, before);
      assert.equal(presence.userID, 'bob');
    });

    it('hears the new instance, and not the one before', async () => {
      await packages.start();
      const before = packages.chat!;
      await packages.start({ userID: 'bob' });
      const entry = (userID: string) => [{ userID, statusType: 1, customStatus: '' }];
      packages.chat!.emit('onUserStatusUpdated', entry('carol'));
      before.emit('onUserStatusUpdated', entry('dave'));
      assert.equal(packages.engine.statusOf('carol')?.statusType, 1);
      assert.equal(packages.engine.statusOf('dave'), undefined);
      assert.equal(presence.presenceOf('carol').status, 'online');
      assert.equal(presence.presenceOf('dave').status, 'unknown');
    });

    it('keeps the instance where the engine offers no way to bind another', async () => {
      await packages.start();
      const before = packages.chat;
      Object.assign(packages.engine.TUIChatEngine, { eventCenter: {} });
      await packages.start({ userID: 'bob' });
      assert.ok(!packages.log.includes('TUILogin.destroy'));
      assert.equal(packages.chat, before);
      assert.equal(presence.userID, 'bob');
    });

    it('overtakes a login that is under way, which rejects as superseded', async () => {
      const first = assert.rejects(packages.login(OPTIONS), { reason: 'superseded' });
      const second = packages.login({ ...OPTIONS, userID: 'bob' });
      await packages.environment.pass(5_000);
      await first;
      assert.equal((await second).userID, 'bob');
      assert.equal(packages.chat!.getLoginUser(), 'bob');
      assert.equal(presence.userID, 'bob');
      await packages.logout(await second);
    });

    it('without a network is no login that another has overtaken', async () => {
      await packages.start();
      packages.environment.setOnline(false);
      packages.isLogoutLost = true;
      await assert.rejects(packages.start({ userID: 'bob' }, 15_000), { reason: 'timeout' });
      packages.environment.setOnline(true);
    });

    it('hears the new instance after a login that failed without a network', async () => {
      await packages.start();
      packages.environment.setOnline(false);
      packages.isLogoutLost = true;
      await assert.rejects(packages.start({ userID: 'bob' }, 12_000), { reason: 'timeout' });
      packages.isLogoutLost = false;
      packages.environment.setOnline(true);
      await packages.start({ userID: 'bob' }, 5_000);
      packages.chat!.emit('onUserStatusUpdated', [
        { userID: 'carol', statusType: 1, customStatus: '' },
      ]);
      assert.equal(packages.chat!.getLoginUser(), 'bob');
      assert.equal(packages.engine.statusOf('carol')?.statusType, 1);
      assert.equal(packages.log.filter((call) => call === 'TUIChatEngine.login bob').length, 1);
    });

    it('is not ended by the logout of the user before', async () => {
      const alice = await packages.start();
      await packages.start({ userID: 'bob' });
      await packages.logout(alice);
      assert.equal(packages.chat!.getLoginUser(), 'bob');
      assert.equal(presence.userID, 'bob');
    });
  });

  describe('of the same user', () => {
    it('makes no second login, and is ended by the last of its sessions', async () => {
      const one = await packages.start();
      const other = await packages.start();
      assert.deepEqual(
        packages.log.filter((line) => line.startsWith('TUILogin')),
        ['TUILogin.login alice'],
      );
      await packages.logout(one);
      assert.equal(presence.userID, 'alice');
      await packages.logout(other);
      assert.equal(presence.userID, undefined);
      assert.equal(packages.chat!.isReady(), false);
    });

    it('ends logged in after an effect that is run, cleaned up and run again', async () => {
      const first = packages.login(OPTIONS);
      const cleanedUp = first.then((session) => session.logout());
      const second = packages.login(OPTIONS);
      await packages.environment.pass(5_000);
      await cleanedUp;
      assert.equal(presence.userID, 'alice');
      assert.equal(packages.chat!.isReady(), true);
      await packages.logout(await second);
    });

    it('leaves the engine of a host that has logged in already as it is', async () => {
      const { TUILogin } = await packages.load();
      void TUILogin.login(OPTIONS);
      await packages.environment.pass(1_000);
      await packages.engine.TUIChatEngine.login({ chat: packages.chat!, userID: 'alice' });
      await packages.start();
      assert.equal(packages.log.filter((line) => line === 'TUIChatEngine.login alice').length, 1);
      assert.equal(presence.userID, 'alice');
    });
  });

  describe('logout()', () => {
    it('logs out and disconnects', async () => {
      await packages.logout(await packages.start());
      assert.equal(packages.log.at(-1), 'TUILogin.logout');
      assert.equal(presence.state, 'idle');
      assert.equal(presence.userID, undefined);
    });

    it('logs out once, however often it is called', async () => {
      const session = await packages.start();
      await packages.logout(session);
      await packages.logout(session);
      assert.equal(packages.log.filter((line) => line === 'TUILogin.logout').length, 1);
    });

    it('waits for TUILogin, which trips over a logout before its own promise has settled', async () => {
      const session = await packages.start({}, 200);
      const logout = session.logout();
      await settled();
      assert.ok(!packages.log.includes('TUILogin.logout'));
      await packages.environment.pass(1_000);
      await logout;
      assert.equal(packages.log.at(-1), 'TUILogin.logout');
    });

    it('removes the world at once, and ends within 5 s where the service does not answer', async () => {
      packages.isLogoutLost = true;
      const session = await packages.start();
      const logout = session.logout();
      assert.equal(presence.state, 'idle');
      assert.equal(presence.userID, undefined);
      await packages.environment.pass(5_000);
      await logout;
    });

    it('that the service refuses has removed the world all the same', async () => {
      const session = await packages.start();
      packages.logoutError = sdkError(2801);
      await packages.logout(session);
      assert.equal(presence.state, 'idle');
    });

    it('ends where a promise of TUILogin never settles', async () => {
      packages.isLoginReplaced = true;
      const session = await packages.start({}, 200);
      await packages.logout(session, 1_000);
      assert.equal(packages.chat!.isReady(), false);
    });
  });
});
