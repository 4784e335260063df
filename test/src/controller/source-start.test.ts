import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PresenceController } from '../../../src/presence-controller.js';
import { ControllerDrive } from '../../support/controller-drive.js';
import { FakeEnvironment, settled } from '../../support/fake-environment.js';
import { entry, HandSource, ONLINE, serviceError } from '../../support/hand-source.js';

describe('a source that starts', () => {
  it('may report before it returns', async () => {
    const environment = new FakeEnvironment();
    const hand = new HandSource([entry('ana', ONLINE)]);
    const controller = new PresenceController({ environment });
    controller.observe('ana', () => undefined);
    controller.use((sink) => {
      sink.session('me');
      sink.connection('connected');
      sink.display(true);
      return hand.source(sink);
    });
    assert.equal(controller.state, 'ready');
    await environment.pass(1_000);
    assert.equal(controller.presenceOf('ana').status, 'online');
  });

  it('later receives the observed users and the switch of the meantime', async () => {
    const environment = new FakeEnvironment();
    const hand = new HandSource([entry('ana', ONLINE)]);
    const controller = new PresenceController({ environment });
    let arrive = (): void => undefined;
    controller.use(async (sink) => {
      await new Promise<void>((resolve) => (arrive = resolve));
      return hand.source(sink);
    });
    assert.equal(controller.state, 'connecting');
    controller.observe('ana', () => undefined);
    controller.switchUserStatus({ displayOnlineStatus: true });
    arrive();
    await settled();
    assert.deepEqual(hand.switches, [true]);
    hand.login();
    await environment.pass(1_000);
    assert.equal(controller.presenceOf('ana').status, 'online');
  });

  it('after its stop is stopped, and its reports are ignored', async () => {
    const controller = new PresenceController({ environment: new FakeEnvironment() });
    const hand = new HandSource();
    const stop = controller.use((sink) => Promise.resolve(hand.source(sink)));
    stop();
    await settled();
    assert.equal(hand.stops, 1);
    hand.sink.session('me');
    assert.deepEqual([controller.state, controller.userID], ['idle', undefined]);
  });

  it('without success after its stop is no error', async () => {
    const controller = new PresenceController({ environment: new FakeEnvironment() });
    const stop = controller.use(() => Promise.reject(new Error('no such file')));
    stop();
    await settled();
    assert.deepEqual([controller.state, controller.error], ['idle', undefined]);
  });

  it('without success is an error, and retry() starts it again', async () => {
    const controller = new PresenceController({ environment: new FakeEnvironment() });
    const hand = new HandSource();
    let works = false;
    controller.use((sink) =>
      works ? Promise.resolve(hand.source(sink)) : Promise.reject(new Error('no such file')),
    );
    await settled();
    assert.equal(controller.error?.reason, 'unknown');
    assert.match(controller.error.message, /no such file/);
    works = true;
    controller.retry();
    await settled();
    assert.equal(controller.error, undefined);
    hand.sink.session('me');
    hand.sink.connection('connected');
    assert.equal(controller.state, 'ready');
  });

  it('slowly is not started twice by retry()', async () => {
    const { controller } = new ControllerDrive();
    const hand = new HandSource();
    let arrive!: () => void;
    let starts = 0;
    controller.use((sink) => {
      starts += 1;
      const running = hand.source(sink);
      return new Promise((resolve) => (arrive = () => resolve(running)));
    });
    hand.sink.failure(serviceError('timeout', 1));
    controller.retry();
    assert.equal(starts, 1);
    arrive();
    await settled();
    hand.sink.session('me');
    hand.sink.connection('connected');
    assert.deepEqual([controller.state, hand.stops], ['ready', 0]);
  });

  it('without success may be retried by a listener of the error', async () => {
    const controller = new PresenceController({ environment: new FakeEnvironment() });
    let starts = 0;
    controller.addEventListener('tui-presence-error', () => {
      if (starts < 3) controller.retry();
    });
    controller.use(() => Promise.reject(new Error(`no such file, ${++starts}`)));
    for (let turn = 0; turn < 10; turn++) await settled();
    assert.equal(starts, 3);
    assert.match(controller.error!.message, /no such file, 3/);
  });

  it('in a listener for the end of the one before keeps its state', () => {
    const { controller, stop } = new ControllerDrive();
    const other = new HandSource();
    controller.addEventListener(
      'tui-presence-state',
      () => {
        controller.use(other.source);
        other.login('you');
      },
      { once: true },
    );
    stop();
    const { state, userID, displayOnlineStatus } = controller;
    assert.deepEqual([state, userID, displayOnlineStatus], ['ready', 'you', true]);
  });
});
