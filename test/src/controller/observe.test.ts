import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Presence } from '../../../src/presence.js';
import { ControllerDrive } from '../../support/controller-drive.js';
import { entry, OFFLINE, ONLINE, usersNumbered } from '../../support/hand-source.js';

describe('observe()', () => {
  it('subscribes and queries a user, and notifies of the status', async () => {
    const drive = new ControllerDrive();
    drive.source.setStatuses(entry('ana', ONLINE, 'hello'));
    drive.observe('ana');
    await drive.pass(1_000);
    assert.deepEqual(drive.source.usersOf('subscribe'), ['ana']);
    assert.deepEqual(drive.controller.presenceOf('ana'), {
      status: 'online',
      freshness: 'live',
      customStatus: 'hello',
    });
    assert.deepEqual(drive.takeNotified().at(-1), ['ana', 'online live']);
  });

  it('only queries users who need not be live', async () => {
    const drive = new ControllerDrive();
    drive.observe(['ana', 'bob'], false);
    await drive.pass(1_000);
    assert.deepEqual(drive.source.usersOf('subscribe'), []);
    assert.deepEqual(drive.source.usersOf('query'), ['ana', 'bob']);
    assert.equal(drive.shown('ana'), 'not-logged-in snapshot');
  });

  it('does not call a listener at once, nor without a change', async () => {
    const drive = new ControllerDrive();
    drive.observe('ana');
    await drive.pass(1_000);
    drive.takeNotified();
    drive.observe('ana');
    await drive.pass(1_000);
    assert.deepEqual(drive.takeNotified(), []);
  });

  it('calls each listener for its own users alone', async () => {
    const drive = new ControllerDrive();
    const notified: string[] = [];
    drive.controller.observe(['ana', 'bob'], (userID) => notified.push(`one ${userID}`));
    drive.controller.observe('bob', (userID) => notified.push(`other ${userID}`));
    await drive.pass(1_000);
    notified.length = 0;
    drive.push(entry('bob', ONLINE));
    drive.draw();
    assert.deepEqual(notified.sort(), ['one bob', 'other bob']);
  });

  it('calls one listener among thousands when its user changes', async () => {
    const drive = new ControllerDrive();
    for (const userID of usersNumbered(5_000)) drive.observe(userID, false);
    await drive.pass(20_000);
    const before = drive.controller.stats.notifications;
    drive.takeNotified();
    drive.push(entry('u4000', ONLINE));
    drive.draw();
    assert.deepEqual(drive.takeNotified(), [['u4000', 'online snapshot']]);
    assert.equal(drive.controller.stats.notifications, before + 1);
  });

  it('calls each of thousands of listeners of one user once', () => {
    const drive = new ControllerDrive();
    const calls = new Array<number>(5_000).fill(0);
    for (const index of calls.keys()) {
      drive.controller.observe('ana', () => (calls[index]! += 1));
    }
    drive.push(entry('ana', ONLINE));
    drive.draw();
    assert.deepEqual(new Set(calls), new Set([1]));
  });

  it('notifies of several changes in a frame once, and not when they end where they began', async () => {
    const drive = new ControllerDrive();
    drive.observe('ana');
    await drive.pass(1_000);
    drive.takeNotified();
    for (const type of [ONLINE, OFFLINE, ONLINE]) drive.push(entry('ana', type));
    drive.draw();
    assert.deepEqual(drive.takeNotified(), [['ana', 'online live']]);
    for (const type of [OFFLINE, ONLINE]) drive.push(entry('ana', type));
    drive.draw();
    assert.deepEqual(drive.takeNotified(), []);
  });

  it('passes a frozen entry with the time of the change, the one that presenceOf() returns', async () => {
    const drive = new ControllerDrive();
    let notified: Presence | undefined;
    drive.controller.observe('ana', (_, presence) => {
      notified = presence;
    });
    await drive.pass(1_000);
    assert.equal(notified!.changedAt, undefined);
    const now = drive.environment.now();
    drive.push(entry('ana', ONLINE));
    drive.draw();
    assert.ok(Object.isFrozen(notified));
    assert.equal(notified!.changedAt, now);
    assert.equal(drive.controller.presenceOf('ana'), notified);
  });

  it('counts a user named twice once', async () => {
    const drive = new ControllerDrive();
    const stop = drive.observe(['ana', 'ana']);
    await drive.pass(1_000);
    drive.takeNotified();
    drive.push(entry('ana', ONLINE));
    drive.draw();
    assert.equal(drive.takeNotified().length, 1);
    assert.equal(drive.controller.stats.observed, 1);
    stop();
    assert.equal(drive.controller.stats.observed, 0);
  });

  it('keeps the subscription of a user until the last observer stops', async () => {
    const drive = new ControllerDrive();
    const stops = [drive.observe('ana'), drive.observe('ana'), drive.observe('ana', false)];
    await drive.pass(1_000);
    stops[0]!();
    stops[0]!();
    await drive.pass(10_000);
    assert.deepEqual(drive.source.usersOf('unsubscribe'), []);
    stops[1]!();
    await drive.pass(10_000);
    assert.deepEqual(drive.source.usersOf('unsubscribe'), [], 'a listed user keeps the slot');
    stops[2]!();
    await drive.pass(10_000);
    assert.deepEqual(drive.source.usersOf('unsubscribe'), ['ana']);
  });

  it('makes no call for an element that is moved in the page', async () => {
    const drive = new ControllerDrive();
    let stop = drive.observe('ana');
    await drive.pass(1_000);
    const calls = drive.source.calls.length;
    for (let move = 0; move < 50; move++) {
      stop();
      stop = drive.observe('ana');
      await drive.pass(100);
    }
    assert.equal(drive.source.calls.length, calls);
    assert.equal(drive.shown('ana'), 'not-logged-in live');
  });

  it('makes no call for observers that stop at once', async () => {
    const drive = new ControllerDrive();
    for (const userID of usersNumbered(200)) drive.observe(userID)();
    await drive.pass(60_000);
    assert.deepEqual(drive.source.calls, []);
  });

  it('collects the users of a moment in one call', async () => {
    const drive = new ControllerDrive();
    for (const userID of usersNumbered(60)) drive.observe(userID);
    await drive.pass(55);
    assert.deepEqual(
      drive.source.calls.slice(0, 2).map(({ kind, userIDs }) => [kind, userIDs.length]),
      [
        ['subscribe', 60],
        ['query', 60],
      ],
    );
  });

  it('throws without a function as the listener', () => {
    const { controller } = new ControllerDrive();
    for (const listener of [undefined, null, {}, 'listener']) {
      assert.throws(() => controller.observe('ana', listener as () => void), TypeError);
    }
    assert.equal(controller.stats.observed, 0);
  });

  it('subscribes when the options are null or empty', async () => {
    const drive = new ControllerDrive();
    drive.controller.observe('ana', () => undefined, null as unknown as object);
    drive.controller.observe('bob', () => undefined, {});
    await drive.pass(1_000);
    assert.deepEqual(drive.source.usersOf('subscribe'), ['ana', 'bob']);
  });
});
