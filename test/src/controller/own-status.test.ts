import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PresenceController } from '../../../src/presence-controller.js';
import { PresenceError } from '../../../src/presence-error.js';
import type { RunningSource } from '../../../src/presence-source.js';
import { ControllerDrive } from '../../support/controller-drive.js';
import { EMPTY_SOURCE } from '../../support/empty-source.js';
import { FakeEnvironment } from '../../support/fake-environment.js';
import { entry, ONLINE, serviceError } from '../../support/hand-source.js';

/** A controller whose source sets the own status when the test says so. */
class OwnStatusDrive extends ControllerDrive {
  get words(): string {
    return this.controller.presenceOf('me').customStatus;
  }

  get sent(): string[] {
    return this.source.ownStatuses.map(({ customStatus }) => customStatus);
  }

  /** Sets the own status, and keeps why it was refused. */
  set(customStatus: string): { error?: PresenceError } {
    const result: { error?: PresenceError } = {};
    this.controller.setOwnStatus(customStatus).catch((error: PresenceError) => {
      result.error = error;
    });
    return result;
  }
}

/** A controller with a source of the page's own, which has this beside what every source has. */
function connectTo(members: Partial<RunningSource>): PresenceController {
  const controller = new PresenceController({ environment: new FakeEnvironment() });
  controller.use((sink) => {
    sink.session('me');
    sink.connection('connected');
    return { ...EMPTY_SOURCE, ...members };
  });
  return controller;
}

describe('setOwnStatus', () => {
  it('sends the words once and shows them at once', async () => {
    const drive = new OwnStatusDrive();
    drive.observe('me');
    drive.draw();
    drive.takeNotified();
    const set = drive.controller.setOwnStatus('at lunch');
    assert.equal(drive.words, 'at lunch');
    drive.draw();
    assert.deepEqual(drive.takeNotified(), [['me', 'online live']]);
    drive.source.ownStatuses[0]!.resolve();
    assert.equal(await set, undefined);
    await drive.pass(100_000);
    assert.equal(drive.words, 'at lunch');
    assert.deepEqual(drive.sent, ['at lunch']);
  });

  it('removes them with an empty text', async () => {
    const drive = new OwnStatusDrive();
    drive.push(entry('me', ONLINE, 'at lunch'));
    drive.set('');
    assert.equal(drive.words, '');
    assert.deepEqual(drive.sent, ['']);
  });

  it('shows the words before again when the service refuses', async () => {
    const drive = new OwnStatusDrive();
    drive.push(entry('me', ONLINE, 'at lunch'));
    const result = drive.set('in a train');
    drive.source.ownStatuses[0]!.reject(new PresenceError('rate-limited', 2996, ''));
    await drive.pass(0);
    assert.ok(result.error instanceof PresenceError);
    assert.equal(result.error.reason, 'rate-limited');
    assert.match(result.error.message, /Too many requests/);
    assert.equal(drive.words, 'at lunch');
    // Others' statuses are none of its business.
    assert.deepEqual(drive.errors, []);
    assert.equal(drive.controller.state, 'ready');
  });

  it('says so in words when a source throws anything', async () => {
    const drive = new OwnStatusDrive();
    const result = drive.set('in a train');
    drive.source.ownStatuses[0]!.reject('no service');
    await drive.pass(0);
    assert.equal(result.error?.reason, 'unknown');
    assert.equal(result.error.message, 'no service');
  });

  it('keeps to the last of several words, whatever becomes of those before', async () => {
    const drive = new OwnStatusDrive();
    drive.set('one');
    drive.set('two');
    drive.source.ownStatuses[0]!.resolve();
    drive.push(entry('me', ONLINE, 'one'));
    await drive.pass(0);
    assert.equal(drive.words, 'two');
    drive.source.ownStatuses[1]!.reject(serviceError('timeout', 2801));
    await drive.pass(0);
    assert.equal(drive.words, 'one');
  });

  it('is not undone by the response to an older query, nor by a push of what was before', async () => {
    const drive = new OwnStatusDrive();
    const version = drive.source.sink.version();
    drive.set('at lunch');
    const later = drive.source.sink.version();
    drive.push(entry('me', ONLINE, 'before'));
    assert.equal(drive.words, 'at lunch');
    drive.source.ownStatuses[0]!.resolve();
    await drive.pass(0);
    drive.source.sink.answer([entry('me', ONLINE, 'before')], version);
    drive.source.sink.answer([entry('me', ONLINE, 'before')], later);
    await drive.pass(1_000);
    assert.equal(drive.words, 'at lunch');
    drive.push(entry('me', ONLINE, 'set elsewhere'));
    assert.equal(drive.words, 'set elsewhere');
  });

  it('needs neither the plan nor the switch in the console', async () => {
    for (const reason of ['plan-unsupported', 'feature-disabled'] as const) {
      const drive = new OwnStatusDrive();
      drive.push(entry('me', ONLINE, 'before'), entry('ana', ONLINE));
      drive.source.sink.failure(serviceError(reason, 1));
      assert.equal(drive.controller.state, 'unavailable');
      assert.equal(drive.shown('ana'), 'unknown none');
      assert.equal(drive.words, 'before');
      drive.set('In a meeting');
      assert.equal(drive.shown('me'), 'busy live');
      drive.source.ownStatuses[0]!.resolve();
      await drive.pass(0);
      assert.equal(drive.words, 'In a meeting');
      // What another page of the user sets.
      drive.push(entry('me', ONLINE, 'at lunch'), entry('ana', ONLINE));
      assert.equal(drive.words, 'at lunch');
      assert.equal(drive.shown('ana'), 'unknown none');
    }
  });

  it('works while the page has statuses switched off', async () => {
    const drive = new OwnStatusDrive();
    drive.source.sink.display(false);
    drive.set('at lunch');
    drive.source.ownStatuses[0]!.resolve();
    await drive.pass(0);
    assert.equal(drive.words, 'at lunch');
    drive.source.sink.display(true);
    assert.equal(drive.words, 'at lunch');
  });

  it('rejects before a login, after a logout and without a source', async () => {
    const drive = new OwnStatusDrive({ login: false });
    const first = drive.set('at lunch');
    drive.source.login();
    drive.source.sink.session(undefined);
    const second = drive.set('at lunch');
    drive.stop();
    const third = drive.set('at lunch');
    await drive.pass(0);
    for (const { error } of [first, second, third]) {
      assert.equal(error?.reason, 'not-logged-in');
      assert.equal(error.message, 'Log in first.');
    }
    assert.deepEqual(drive.sent, []);
  });

  it("does not bring one user's words to the next", async () => {
    const drive = new OwnStatusDrive();
    drive.set('at lunch');
    drive.source.login('you');
    drive.source.ownStatuses[0]!.resolve();
    await drive.pass(0);
    assert.equal(drive.controller.presenceOf('you').customStatus, '');
    assert.equal(drive.shown('me'), 'unknown none');
  });

  it('is done at once by a source that returns no promise', async () => {
    const controller = connectTo({ setOwnStatus: () => undefined as unknown as Promise<void> });
    await controller.setOwnStatus('at lunch');
    assert.equal(controller.presenceOf('me').customStatus, 'at lunch');
  });

  it('rejects with a source that cannot, and shows nothing of it', async () => {
    const controller = connectTo({});
    await assert.rejects(controller.setOwnStatus('at lunch'), /setOwnStatus is missing/);
    assert.equal(controller.presenceOf('me').customStatus, '');
  });

  it('throws at once for what is no text, and for more than the service takes', () => {
    const { controller, sent } = new OwnStatusDrive();
    assert.throws(() => controller.setOwnStatus(null as unknown as string), TypeError);
    assert.throws(() => controller.setOwnStatus('x'.repeat(101)), /at most 100 bytes/);
    assert.throws(() => controller.setOwnStatus('会'.repeat(34)), RangeError);
    assert.deepEqual(sent, []);
  });
});
