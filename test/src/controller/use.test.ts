import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PresenceController } from '../../../src/presence-controller.js';
import type { PresenceSource } from '../../../src/presence-source.js';
import { ControllerDrive } from '../../support/controller-drive.js';
import { FakeEnvironment } from '../../support/fake-environment.js';
import { entry, HandSource, ONLINE } from '../../support/hand-source.js';

/** A source that reads `origin`. */
const withOrigin = (hand: HandSource, origin: object) => Object.assign(hand.source, { origin });

describe('use()', () => {
  it('takes another source in place of the first', async () => {
    const drive = new ControllerDrive();
    drive.observe('ana');
    await drive.pass(1_000);
    const other = new HandSource([entry('ana', ONLINE)]);
    const stop = drive.controller.use(other.source);
    assert.equal(drive.source.stops, 1);
    assert.equal(drive.shown('ana'), 'unknown none', 'what the first one reported is gone');
    assert.equal(drive.controller.state, 'connecting');
    other.login();
    await drive.pass(1_000);
    assert.equal(drive.shown('ana'), 'online live');
    drive.stop();
    assert.equal(other.stops, 0, 'the stop of the first one has no effect any more');
    stop();
    stop();
    assert.equal(other.stops, 1);
    assert.equal(drive.controller.state, 'idle');
  });

  it('counts the users of one origin, and stops the source with the last', () => {
    const controller = new PresenceController({ environment: new FakeEnvironment() });
    const [hand, second] = [new HandSource(), new HandSource()];
    const origin = {};
    const stops = [
      controller.use(withOrigin(hand, origin)),
      controller.use(withOrigin(second, origin)),
    ];
    assert.equal(second.sink, undefined, 'the second one is not started');
    stops[0]!();
    stops[0]!();
    assert.equal(hand.stops, 0);
    stops[1]!();
    assert.equal(hand.stops, 1);
    controller.use(second.source);
    assert.notEqual(second.sink, undefined);
  });

  it('refuses a source with another origin, with a warning', (test) => {
    const warn = test.mock.method(console, 'warn', () => undefined);
    const controller = new PresenceController({ environment: new FakeEnvironment() });
    const [hand, second] = [new HandSource(), new HandSource()];
    const stop = controller.use(withOrigin(hand, {}));
    const stopSecond = controller.use(withOrigin(second, {}));
    assert.equal(warn.mock.callCount(), 1);
    assert.match(String(warn.mock.calls[0]!.arguments[0]), /tui-presence.*PresenceController/s);
    assert.equal(second.sink, undefined);
    stopSecond();
    assert.equal(hand.stops, 0);
    stop();
    controller.use(second.source);
    assert.notEqual(second.sink, undefined);
  });

  it('takes a source without an origin in place of one with an origin, and the other way round', () => {
    const controller = new PresenceController({ environment: new FakeEnvironment() });
    const [hand, second, third] = [new HandSource(), new HandSource(), new HandSource()];
    controller.use(withOrigin(hand, {}));
    controller.use(second.source);
    controller.use(withOrigin(third, {}));
    assert.deepEqual([hand.stops, second.stops, third.stops], [1, 1, 0]);
  });

  it('stops listening to the page with the source', () => {
    const drive = new ControllerDrive();
    assert.equal(drive.environment.listeners, 1);
    drive.stop();
    assert.equal(drive.environment.listeners, 0);
    assert.equal(drive.environment.timers, 0);
  });

  it('subscribes the observed users with the next source too', async () => {
    const drive = new ControllerDrive();
    drive.observe('ana');
    await drive.pass(1_000);
    drive.stop();
    const other = new HandSource([]);
    drive.controller.use(other.source);
    other.login();
    await drive.pass(1_000);
    assert.deepEqual(other.usersOf('subscribe'), ['ana']);
  });

  it('throws without a function as the source', () => {
    const { controller } = new ControllerDrive();
    for (const source of [undefined, null, {}, 'source']) {
      assert.throws(() => controller.use(source as unknown as PresenceSource), TypeError);
    }
  });
});
