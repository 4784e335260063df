import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PresenceController } from '../../../src/presence-controller.js';
import { ControllerDrive } from '../../support/controller-drive.js';
import { FakeEnvironment } from '../../support/fake-environment.js';
import { entry, OFFLINE, ONLINE, usersNumbered } from '../../support/hand-source.js';
import { SimulatedService } from '../../support/simulated-service.js';

describe('user IDs', () => {
  it('that are no text, or empty, are left out', async () => {
    const drive = new ControllerDrive();
    const ids = ['', 'ana', undefined, null, 7, {}, ['bob'], true, Symbol('x'), 'ana'];
    const stop = drive.observe(ids as string[]);
    await drive.pass(1_000);
    assert.deepEqual(drive.source.usersOf('subscribe'), ['ana']);
    assert.equal(drive.controller.stats.observed, 1);
    stop();
    assert.equal(drive.controller.stats.observed, 0);
  });

  for (const ids of ['', [], undefined, null, 7, {}, new Set(['ana'])]) {
    it(`given as ${ids instanceof Set ? 'a set' : JSON.stringify(ids)} make no call`, async () => {
      const drive = new ControllerDrive();
      const stop = drive.observe(ids as string[]);
      await drive.pass(60_000);
      assert.deepEqual(drive.source.calls, []);
      stop();
      stop();
      assert.deepEqual(drive.environment.errors, []);
    });
  }

  it('with control characters, spaces and other scripts are passed on as they are', async () => {
    const drive = new ControllerDrive();
    const ids = ['a\u0000b', 'a\nb', ' ', '\u202eana', '用户', '\ud800', '__proto__', 'toString'];
    drive.observe(ids);
    await drive.pass(1_000);
    assert.deepEqual(drive.source.usersOf('subscribe'), ids);
    for (const id of ids) assert.equal(drive.shown(id), 'not-logged-in live');
    drive.push(entry('a\u0000b', ONLINE));
    assert.equal(drive.shown('a\u0000b'), 'online live');
    assert.equal(drive.shown('a'), 'unknown none');
  });

  it('of the logged-in user are in no call; that user is online while connected', async () => {
    const drive = new ControllerDrive();
    drive.observe(['me', 'ana']);
    await drive.pass(1_000);
    assert.ok(!drive.source.calls.some(({ userIDs }) => userIDs.includes('me')));
    assert.equal(drive.shown('me'), 'online live');
    assert.deepEqual(
      drive.takeNotified().filter(([userID]) => userID === 'me'),
      [['me', 'online live']],
    );
    drive.source.sink.connection('disconnected');
    assert.equal(drive.shown('me'), 'online stale');
    drive.source.sink.connection('connected');
    assert.equal(drive.shown('me'), 'online stale', 'until the service answers');
    await drive.pass(1_000);
    assert.equal(drive.shown('me'), 'online live');
  });

  it('of the logged-in user keep their custom status, and stay online after another push', () => {
    const drive = new ControllerDrive();
    drive.push(entry('me', OFFLINE, 'lunch'));
    assert.equal(drive.shown('me'), 'online live');
    assert.equal(drive.controller.presenceOf('me').customStatus, 'lunch');
  });

  it('ten thousand at once all get a status, within every limit', async () => {
    const environment = new FakeEnvironment();
    const service = new SimulatedService(environment, { subscribe: 100, query: 500, held: 200 });
    const controller = new PresenceController({ environment });
    controller.use(service.source);
    service.login();
    controller.switchUserStatus({ displayOnlineStatus: true });
    const all = usersNumbered(10_000);
    const stop = controller.observe(all, () => undefined);
    await environment.pass(30_000);
    for (const userID of all) assert.notEqual(controller.presenceOf(userID).status, 'unknown');
    assert.deepEqual(service.offences, []);
    assert.equal(service.evictions, 0);
    for (const kind of ['subscribe', 'query', 'unsubscribe'] as const) {
      assert.ok(service.mostCalls(kind, 5_000) <= 10);
    }
    assert.equal(controller.stats.observed, 10_000);
    stop();
    await environment.pass(30_000);
    assert.equal(service.subscribed.size, 0);
  });
});
