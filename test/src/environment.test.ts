import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { browserEnvironment } from '../../src/environment.js';
import { settled } from '../support/fake-environment.js';
import { FakeWindow } from '../support/fake-window.js';

function setUp() {
  const globals = new FakeWindow();
  return { globals, environment: browserEnvironment(globals) };
}

describe('browserEnvironment', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_234_567 }));
  afterEach(() => mock.timers.reset());

  it('tells the time in epoch milliseconds', () => {
    const { environment } = setUp();
    assert.equal(environment.now(), 1_234_567);
    mock.timers.tick(500);
    assert.equal(environment.now(), 1_235_067);
  });

  it('draws chance from 0 to 1', () => {
    const { environment } = setUp();
    const drawn = Array.from({ length: 50 }, () => environment.random());
    assert.ok(drawn.every((number) => number >= 0 && number < 1));
    assert.ok(new Set(drawn).size > 1);
  });

  describe('frame', () => {
    it('calls back with the next frame, once', () => {
      const { globals, environment } = setUp();
      let calls = 0;
      environment.requestFrame(() => calls++);
      assert.equal(calls, 0);
      globals.draw();
      globals.draw();
      globals.hide(true);
      mock.timers.tick(1_000);
      assert.equal(calls, 1);
      environment.requestFrame(() => calls++);
      mock.timers.tick(250);
      assert.equal(calls, 2);
    });

    it('leaves no listener on a document that outlives it', () => {
      const { globals, environment } = setUp();
      for (let frame = 0; frame < 3; frame++) {
        environment.requestFrame(() => undefined);
        environment.requestFrame(() => undefined);
        globals.draw();
      }
      assert.deepEqual(globals.listening, []);
    });

    it('may be requested by what is called back', () => {
      const { globals, environment } = setUp();
      let calls = 0;
      environment.requestFrame(() => environment.requestFrame(() => calls++));
      globals.draw();
      assert.equal(calls, 0);
      globals.hide(true);
      assert.equal(calls, 1);
    });

    it('does not wait for frames in a hidden page, which has none', () => {
      const { globals, environment } = setUp();
      globals.hide(true);
      let calls = 0;
      environment.requestFrame(() => calls++);
      assert.equal(calls, 0);
      mock.timers.tick(250);
      assert.equal(calls, 1);
      globals.hide(false);
      globals.draw();
      assert.equal(calls, 1);
    });

    it('is not lost when the page is hidden before it is drawn', () => {
      const { globals, environment } = setUp();
      let calls = 0;
      environment.requestFrame(() => calls++);
      globals.hide(true);
      assert.equal(calls, 1);
      globals.hide(false);
      globals.draw();
      assert.equal(calls, 1);
    });

    it('does not wait for frames in an iframe that is not painted, nor collects requests there', () => {
      const { globals, environment } = setUp();
      let calls = 0;
      for (let turn = 0; turn < 20; turn++) {
        environment.requestFrame(() => calls++);
        mock.timers.tick(250);
        assert.equal(calls, turn + 1);
      }
      assert.equal(globals.frames, 1);
      environment.requestFrame(() => calls++);
      globals.draw();
      assert.equal(calls, 21);
      mock.timers.tick(250);
      assert.equal(calls, 21);
    });

    it('comes at once when a hidden page is shown', () => {
      const { globals, environment } = setUp();
      globals.hide(true);
      let calls = 0;
      environment.requestFrame(() => calls++);
      globals.hide(false);
      assert.equal(calls, 1);
      mock.timers.tick(1_000);
      assert.equal(calls, 1);
    });

    it('comes soon where nothing is painted', () => {
      const environment = browserEnvironment({});
      let calls = 0;
      environment.requestFrame(() => calls++);
      assert.equal(calls, 0);
      mock.timers.tick(16);
      assert.equal(calls, 1);
    });
  });

  describe('timer', () => {
    it('calls back once after its time', () => {
      const { environment } = setUp();
      let calls = 0;
      environment.setTimer(() => calls++, 100);
      mock.timers.tick(99);
      assert.equal(calls, 0);
      mock.timers.tick(500);
      assert.equal(calls, 1);
    });

    it('is cancelled by what it returns, also twice and too late', () => {
      const { environment } = setUp();
      let calls = 0;
      const cancel = environment.setTimer(() => calls++, 100);
      cancel();
      cancel();
      mock.timers.tick(500);
      assert.equal(calls, 0);
      const late = environment.setTimer(() => calls++, 100);
      mock.timers.tick(100);
      late();
      assert.equal(calls, 1);
    });
  });

  describe('elapsed', () => {
    it('goes forward with the clock of the page, whatever becomes of the clock of the device', () => {
      const { globals, environment } = setUp();
      const clock = { at: 40 };
      Object.assign(globals, { performance: { now: () => clock.at } });
      const start = environment.elapsed();
      mock.timers.setTime(0);
      clock.at += 500;
      assert.equal(environment.elapsed() - start, 500);
      mock.timers.setTime(86_400_000);
      assert.equal(environment.elapsed() - start, 500);
    });

    it('is above 0 and goes on where even that clock goes back', () => {
      const { globals, environment } = setUp();
      const clock = { at: 0 };
      Object.assign(globals, { performance: { now: () => clock.at } });
      const read: number[] = [];
      for (const at of [0, 100, 40, 40, 90, 10]) {
        clock.at = at;
        read.push(environment.elapsed());
      }
      assert.deepEqual(read, [1, 101, 101, 101, 151, 151]);
    });

    it('leaves out what the clock of the device went back, where there is no other', () => {
      const { environment } = setUp();
      const start = environment.elapsed();
      mock.timers.tick(700);
      assert.equal(environment.elapsed() - start, 700);
      mock.timers.setTime(34_567);
      assert.equal(environment.elapsed() - start, 700);
      mock.timers.tick(300);
      assert.equal(environment.elapsed() - start, 1_000);
    });
  });

  describe('activity', () => {
    it('is whether the page is visible, and whether the device believes to be online', () => {
      const { globals, environment } = setUp();
      assert.equal(environment.isVisible(), true);
      assert.equal(environment.isOnline(), true);
      globals.document.hidden = true;
      assert.equal(environment.isVisible(), false);
      globals.navigator.onLine = false;
      assert.equal(environment.isOnline(), false);
    });

    it('is assumed where there is nothing to tell, as in Node', () => {
      for (const globals of [{}, { navigator: {} }]) {
        assert.equal(browserEnvironment(globals).isVisible(), true);
        assert.equal(browserEnvironment(globals).isOnline(), true);
      }
    });

    it('is observed until the stop', () => {
      const { globals, environment } = setUp();
      let calls = 0;
      const stop = environment.observeActivity(() => calls++);
      globals.hide(true);
      globals.dispatchEvent(new Event('online'));
      globals.dispatchEvent(new Event('offline'));
      assert.equal(calls, 3);
      stop();
      stop();
      globals.hide(false);
      globals.dispatchEvent(new Event('online'));
      globals.dispatchEvent(new Event('offline'));
      assert.equal(calls, 3);
    });

    it('is observed in Node too, where it never changes', () => {
      const stop = browserEnvironment({}).observeActivity(assert.fail);
      stop();
    });
  });

  describe('report', () => {
    it("hands the error to the page's own report", () => {
      const { globals, environment } = setUp();
      const error = new Error('of a listener');
      environment.reportError(error);
      assert.deepEqual(globals.errors, [error]);
    });

    it('brings the error to light where the page has none, without throwing', async (test) => {
      const others = process.listeners('unhandledRejection');
      process.removeAllListeners('unhandledRejection');
      test.after(() => {
        process.removeAllListeners('unhandledRejection');
        for (const other of others) process.on('unhandledRejection', other);
      });
      const surfaced = new Promise((resolve) => process.once('unhandledRejection', resolve));
      const error = new Error('of a listener');
      browserEnvironment({}).reportError(error);
      await settled();
      assert.equal(await surfaced, error);
    });
  });

  it('is the page it runs in when it is given no other', () => {
    const environment = browserEnvironment();
    assert.equal(environment.isVisible(), true);
    assert.equal(environment.now(), Date.now());
  });
});
