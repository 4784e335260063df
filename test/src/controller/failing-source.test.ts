import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PresenceController } from '../../../src/presence-controller.js';
import type { RunningSource } from '../../../src/presence-source.js';
import { ControllerDrive } from '../../support/controller-drive.js';
import { FakeEnvironment } from '../../support/fake-environment.js';
import { entry, HandSource, OFFLINE, ONLINE, serviceError } from '../../support/hand-source.js';

describe('a source', () => {
  it('that throws at its start is reported once and affects nothing else', async () => {
    const environment = new FakeEnvironment();
    const controller = new PresenceController({ environment });
    const stop = controller.use(() => {
      throw new Error('no engine');
    });
    controller.observe('ana', () => undefined);
    controller.switchUserStatus({ displayOnlineStatus: true });
    controller.retry();
    await environment.pass(60_000);
    stop();
    assert.deepEqual(environment.errors.map(String), ['Error: no engine']);
    assert.equal(controller.state, 'idle');
  });

  it('that throws at its stop is reported and stopped', () => {
    const environment = new FakeEnvironment();
    const hand = new HandSource();
    const controller = new PresenceController({ environment });
    const stop = controller.use((sink) => ({
      ...hand.source(sink),
      stop: () => {
        throw new Error('still here');
      },
    }));
    hand.sink.session('me');
    stop();
    assert.deepEqual(environment.errors.map(String), ['Error: still here']);
    assert.equal(controller.state, 'idle');
    assert.equal(controller.userID, undefined);
  });

  for (const method of [
    'switchUserStatus',
    'retry',
    'reconnect',
    'pull',
    'writeBack',
  ] as const satisfies (keyof RunningSource)[]) {
    it(`that throws at ${method} is reported, and the controller goes on without it`, async () => {
      const environment = new FakeEnvironment();
      const hand = new HandSource([entry('ana', ONLINE)]);
      const controller = new PresenceController({ environment });
      controller.observe('ana', () => undefined);
      controller.use((sink) => ({
        ...hand.source(sink),
        [method]: () => {
          throw new Error(`at ${method}`);
        },
      }));
      hand.login();
      await environment.pass(1_000);
      controller.switchUserStatus({ displayOnlineStatus: true });
      const version = hand.sink.version();
      hand.sink.push([entry('ana', ONLINE)]);
      hand.sink.answer([entry('ana', OFFLINE)], version);
      hand.sink.invalidate();
      await environment.pass(100);
      assert.equal(controller.presenceOf('ana').status, 'online');
      hand.sink.connection('disconnected');
      await environment.pass(400);
      hand.sink.connection('connected');
      hand.sink.failure(serviceError('feature-disabled', 72001));
      controller.retry();
      await environment.pass(1_000);
      assert.equal(controller.state, 'ready');
      assert.deepEqual(environment.errors.map(String), [`Error: at ${method}`]);
    });
  }

  for (const kind of ['subscribe', 'unsubscribe', 'query'] as const) {
    it(`that throws at ${kind} fails the call, with one error until it works again`, async () => {
      const drive = new ControllerDrive();
      const hand = new HandSource([entry('ana', ONLINE)]);
      let throws = true;
      drive.controller.use((sink) => {
        const running = hand.source(sink);
        const { [kind]: original } = running;
        return Object.assign(running, {
          [kind]: (userIDs: readonly string[]) => {
            if (throws) throw new Error(`at ${kind}`);
            return original(userIDs);
          },
        });
      });
      hand.login();
      const stop = drive.observe(['ana', 'bob']);
      await drive.pass(500);
      stop();
      drive.observe('ana');
      await drive.pass(60_000);
      assert.deepEqual(
        drive.errors.map(({ reason, message }) => [reason, message]),
        [['unknown', `at ${kind}`]],
      );
      assert.deepEqual(drive.environment.errors, []);
      assert.equal(drive.controller.state, 'ready');
      throws = false;
      await drive.pass(60_000);
      assert.equal(drive.shown('ana'), 'online live');
      assert.equal(drive.controller.error, undefined);
    });
  }

  for (const [name, unsubscribe] of [
    ['throws', () => assert.fail('no service')],
    ['returns nothing', () => undefined],
  ] as const) {
    it(`whose unsubscribe ${name} is stopped all the same`, async () => {
      const environment = new FakeEnvironment();
      const hand = new HandSource([entry('ana', ONLINE)]);
      const controller = new PresenceController({ environment });
      const stop = controller.use((sink) =>
        Object.assign(hand.source(sink), { unsubscribe: unsubscribe as () => never }),
      );
      hand.login();
      controller.observe('ana', () => undefined);
      await environment.pass(1_000);
      assert.equal(controller.presenceOf('ana').freshness, 'live');
      stop();
      assert.equal(hand.stops, 1);
      assert.equal(controller.state, 'idle');
      assert.equal(controller.presenceOf('ana').status, 'unknown');
      await environment.pass(120_000);
      assert.equal(environment.timers, 0);
    });
  }

  const thrown: readonly (readonly [string, unknown])[] = [
    ['nothing', undefined],
    ['null', null],
    ['a text', 'no'],
    ['a number', 7],
    ['a symbol', Symbol('no')],
    ['an object', { code: 'x' }],
    ['an object without a prototype', Object.create(null)],
    [
      'an object whose message throws',
      {
        get message() {
          throw new Error('worse');
        },
      },
    ],
    ['a function', () => undefined],
  ];
  for (const [name, error] of thrown) {
    it(`that rejects with ${name} is called again, with one error until it works`, async () => {
      const drive = new ControllerDrive({ settles: false });
      const { calls } = drive.source;
      drive.observe('ana', false);
      for (let turn = 0; turn < 4; turn++) {
        await drive.pass(20_000);
        for (const call of calls) call.reject(error);
      }
      await drive.pass(60_000);
      assert.ok(calls.length >= 4, `${calls.length} calls`);
      assert.equal(drive.errors.length, 1);
      assert.equal(drive.errors[0]!.reason, 'unknown');
      assert.equal(typeof drive.errors[0]!.message, 'string');
      assert.equal(drive.controller.error, drive.errors[0]);
      assert.equal(drive.controller.state, 'ready');
      assert.deepEqual(drive.environment.errors, []);
      drive.source.answer(calls.at(-1)!, entry('ana', ONLINE));
      await drive.pass(100);
      assert.equal(drive.shown('ana'), 'online snapshot');
      assert.equal(drive.controller.error, undefined);
    });
  }

  it('that never answers is not called again and again', async () => {
    const drive = new ControllerDrive({ settles: false });
    drive.observe('ana');
    await drive.pass(50_000);
    assert.equal(drive.source.callsOf('subscribe').length, 1);
    assert.equal(drive.source.callsOf('query').length, 1);
  });
});
