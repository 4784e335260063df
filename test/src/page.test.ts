import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { browserPage, pageLanguage } from '../../src/page.js';
import { settled } from '../support/fake-page.js';

/** A window with a document, whose frames the test draws. */
class FakeWindow extends EventTarget {
  readonly document = Object.assign(new EventTarget(), {
    hidden: false,
    documentElement: { lang: '' },
  });
  readonly navigator = { onLine: true };
  readonly errors: unknown[] = [];
  readonly #listening: string[] = [];
  #frames: (() => void)[] = [];

  constructor() {
    super();
    for (const target of [this, this.document]) {
      const { addEventListener, removeEventListener } = target;
      target.addEventListener = (type: string, ...rest: unknown[]) => {
        this.#listening.push(type);
        addEventListener.call(target, type, ...(rest as [() => void]));
      };
      target.removeEventListener = (type: string, ...rest: unknown[]) => {
        this.#listening.splice(this.#listening.indexOf(type), 1);
        removeEventListener.call(target, type, ...(rest as [() => void]));
      };
    }
  }

  get listening(): string[] {
    return [...this.#listening].sort();
  }

  requestAnimationFrame = (callback: () => void): number => this.#frames.push(callback);

  reportError = (error: unknown): void => {
    this.errors.push(error);
  };

  draw(): void {
    const frames = this.#frames;
    this.#frames = [];
    for (const frame of frames) frame();
  }

  hide(hidden: boolean): void {
    this.document.hidden = hidden;
    this.document.dispatchEvent(new Event('visibilitychange'));
  }
}

function setUp() {
  const globals = new FakeWindow();
  return { globals, page: browserPage(globals) };
}

describe('browserPage', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_234_567 }));
  afterEach(() => mock.timers.reset());

  it('tells the time in epoch milliseconds', () => {
    const { page } = setUp();
    assert.equal(page.now(), 1_234_567);
    mock.timers.tick(500);
    assert.equal(page.now(), 1_235_067);
  });

  it('draws chance from 0 to 1', () => {
    const { page } = setUp();
    const drawn = Array.from({ length: 50 }, () => page.random());
    assert.ok(drawn.every((number) => number >= 0 && number < 1));
    assert.ok(new Set(drawn).size > 1);
  });

  describe('frame', () => {
    it('calls back with the next frame, once', () => {
      const { globals, page } = setUp();
      let calls = 0;
      page.frame(() => calls++);
      assert.equal(calls, 0);
      globals.draw();
      globals.draw();
      globals.hide(true);
      mock.timers.tick(1_000);
      assert.equal(calls, 1);
      page.frame(() => calls++);
      mock.timers.tick(250);
      assert.equal(calls, 2);
      assert.deepEqual(globals.listening, ['visibilitychange']);
    });

    it('does not wait for frames in a hidden page, which has none', () => {
      const { globals, page } = setUp();
      globals.hide(true);
      let calls = 0;
      page.frame(() => calls++);
      assert.equal(calls, 0);
      mock.timers.tick(250);
      assert.equal(calls, 1);
      globals.hide(false);
      globals.draw();
      assert.equal(calls, 1);
    });

    it('is not lost when the page is hidden before it is drawn', () => {
      const { globals, page } = setUp();
      let calls = 0;
      page.frame(() => calls++);
      globals.hide(true);
      assert.equal(calls, 1);
      globals.hide(false);
      globals.draw();
      assert.equal(calls, 1);
    });

    it('comes at once when a hidden page is shown', () => {
      const { globals, page } = setUp();
      globals.hide(true);
      let calls = 0;
      page.frame(() => calls++);
      globals.hide(false);
      assert.equal(calls, 1);
      mock.timers.tick(1_000);
      assert.equal(calls, 1);
    });

    it('comes soon where nothing is painted', () => {
      const page = browserPage({});
      let calls = 0;
      page.frame(() => calls++);
      assert.equal(calls, 0);
      mock.timers.tick(16);
      assert.equal(calls, 1);
    });
  });

  describe('timer', () => {
    it('calls back once after its time', () => {
      const { page } = setUp();
      let calls = 0;
      page.timer(() => calls++, 100);
      mock.timers.tick(99);
      assert.equal(calls, 0);
      mock.timers.tick(500);
      assert.equal(calls, 1);
    });

    it('is cancelled by what it returns, also twice and too late', () => {
      const { page } = setUp();
      let calls = 0;
      const cancel = page.timer(() => calls++, 100);
      cancel();
      cancel();
      mock.timers.tick(500);
      assert.equal(calls, 0);
      const late = page.timer(() => calls++, 100);
      mock.timers.tick(100);
      late();
      assert.equal(calls, 1);
    });
  });

  describe('awake', () => {
    it('means that the page is seen and the device has a network', () => {
      const { globals, page } = setUp();
      assert.equal(page.awake(), true);
      globals.document.hidden = true;
      assert.equal(page.awake(), false);
      globals.document.hidden = false;
      globals.navigator.onLine = false;
      assert.equal(page.awake(), false);
    });

    it('is assumed where there is nothing to tell, as in Node', () => {
      assert.equal(browserPage({}).awake(), true);
      assert.equal(browserPage({ navigator: {} }).awake(), true);
    });

    it('is observed until the stop', () => {
      const { globals, page } = setUp();
      let calls = 0;
      const stop = page.observe(() => calls++);
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
      const stop = browserPage({}).observe(assert.fail);
      stop();
    });
  });

  describe('report', () => {
    it("hands the error to the page's own report", () => {
      const { globals, page } = setUp();
      const error = new Error('of a listener');
      page.report(error);
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
      browserPage({}).report(error);
      await settled();
      assert.equal(await surfaced, error);
    });
  });

  it('is the page it runs in when it is told of no other', () => {
    const page = browserPage();
    assert.equal(page.awake(), true);
    assert.equal(page.now(), Date.now());
  });
});

describe('a page that changes its language', () => {
  it('is watched at its root element until nobody cares', () => {
    const observers: [unknown, object, () => void][] = [];
    let stops = 0;
    class MutationObserver {
      readonly listener: () => void;
      constructor(listener: () => void) {
        this.listener = listener;
      }
      observe(target: unknown, options: object): void {
        observers.push([target, options, this.listener]);
      }
      disconnect(): void {
        stops += 1;
      }
    }
    const globals = Object.assign(new FakeWindow(), { MutationObserver });
    let heard = 0;
    const stop = browserPage(globals).observeLanguage(() => (heard += 1));
    const [[target, options, listener] = []] = observers;
    assert.equal(target, globals.document.documentElement);
    assert.deepEqual(options, { attributeFilter: ['lang'] });
    listener!();
    assert.equal(heard, 1);
    stop();
    assert.equal(stops, 1);
  });

  it('is no matter where nothing can be watched', () => {
    for (const globals of [{}, new FakeWindow()]) {
      browserPage(globals).observeLanguage(() => assert.fail())();
    }
  });
});

describe('pageLanguage', () => {
  it('is the language of the document', () => {
    const { globals } = setUp();
    globals.document.documentElement.lang = 'ko';
    assert.equal(pageLanguage(globals), 'ko');
  });

  it('is not known of a document without one, nor without a document', () => {
    assert.equal(pageLanguage(new FakeWindow()), undefined);
    assert.equal(pageLanguage({}), undefined);
    assert.equal(pageLanguage(), undefined);
  });
});
