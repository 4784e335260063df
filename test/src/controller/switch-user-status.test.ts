import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PresenceController } from '../../../src/presence-controller.js';
import { PresenceDisplayEvent } from '../../../src/presence-events.js';
import { SERVICE_LIMITS } from '../../../src/source-session-options.js';
import { ControllerDrive } from '../../support/controller-drive.js';
import { FakeEnvironment } from '../../support/fake-environment.js';
import { entry, HandSource, ONLINE } from '../../support/hand-source.js';
import { SimulatedService } from '../../support/simulated-service.js';

describe('switchUserStatus()', () => {
  it('is remembered until there is a source', () => {
    const controller = new PresenceController({ environment: new FakeEnvironment() });
    const hand = new HandSource();
    assert.equal(controller.displayOnlineStatus, false);
    controller.switchUserStatus({ displayOnlineStatus: true });
    assert.equal(controller.displayOnlineStatus, false);
    controller.use(hand.source);
    assert.deepEqual(hand.switches, [true]);
  });

  it('is never called by the controller itself', () => {
    const drive = new ControllerDrive();
    drive.stop();
    assert.deepEqual(drive.source.switches, []);
  });

  it('takes anything but true for off', () => {
    const { controller, source } = new ControllerDrive();
    controller.switchUserStatus({ displayOnlineStatus: true });
    controller.switchUserStatus({} as { displayOnlineStatus: boolean });
    controller.switchUserStatus(undefined as unknown as { displayOnlineStatus: boolean });
    assert.deepEqual(source.switches, [true, false, false]);
  });

  it('takes effect when the source reports it, with an event', () => {
    const { controller, source } = new ControllerDrive();
    const notified: boolean[] = [];
    controller.addEventListener('tui-presence-display', (event) => {
      assert.ok(event instanceof PresenceDisplayEvent);
      notified.push(event.displayOnlineStatus);
    });
    source.sink.display(true);
    source.sink.display(false);
    source.sink.display(false);
    assert.deepEqual(notified, [false]);
    assert.equal(controller.displayOnlineStatus, false);
  });

  it('off removes all that is known, and no call is made', async () => {
    const drive = new ControllerDrive();
    drive.observe('ana');
    await drive.pass(1_000);
    const calls = drive.source.calls.length;
    drive.takeNotified();
    drive.source.sink.display(false);
    drive.push(entry('ana', ONLINE));
    await drive.pass(200_000);
    assert.deepEqual(drive.takeNotified(), [['ana', 'unknown none']]);
    assert.equal(drive.source.calls.length, calls);
    assert.equal(drive.controller.stats.held, 0);
  });

  it('on again subscribes and queries all observed users again', async () => {
    const drive = new ControllerDrive();
    drive.observe('ana');
    await drive.pass(1_000);
    drive.source.sink.display(false);
    await drive.pass(1_000);
    drive.source.calls.length = 0;
    drive.source.setStatuses(entry('ana', ONLINE));
    drive.source.sink.display(true);
    assert.equal(drive.shown('ana'), 'unknown none', 'no old status comes back');
    await drive.pass(1_000);
    assert.deepEqual(drive.source.usersOf('subscribe'), ['ana']);
    assert.equal(drive.shown('ana'), 'online live');
  });

  for (const fault of ['rejected by name', 'request lost', 'answer lost'] as const) {
    it(`off and on again knows what the service still holds where giving it back was ${fault}`, async () => {
      const environment = new FakeEnvironment();
      const limits = { ...SERVICE_LIMITS, held: 12 };
      const service = new SimulatedService(environment, limits);
      service.keepsWhileOff = true;
      const controller = new PresenceController({ environment, limits });
      controller.use(service.source);
      service.login();
      controller.switchUserStatus({ displayOnlineStatus: true });
      const observe = (...userIDs: string[]) => controller.observe(userIDs, () => undefined);
      const stop = observe('ana', 'ben', 'cem', 'dan', 'eva', 'fay');
      await environment.pass(1_000);
      service.fault(fault);
      controller.switchUserStatus({ displayOnlineStatus: false });
      stop();
      controller.switchUserStatus({ displayOnlineStatus: true });
      observe('gil', 'hal', 'ida', 'jan', 'kim', 'lou', 'mia', 'ned', 'oda', 'pia');
      await environment.pass(200_000);
      assert.equal(service.evictions, 0);
      assert.equal(service.subscribed.size, 10);
      assert.equal(controller.stats.held, 10);
    });
  }
});
