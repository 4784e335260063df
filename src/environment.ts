import { preferredLanguage } from './i18n/index.js';
import { canonicalLocale } from './i18n/locale.js';

/**
 * What presence needs of the page it runs in: the clock, frames, chance, visibility. It comes in as an
 * argument, so that a test has its own clock; {@link browserEnvironment} is the real one.
 */
export interface Environment {
  /** Epoch milliseconds, for what is shown: the clock of the device, which may be set at any time. */
  now(): number;
  /**
   * Milliseconds on a clock that only goes forward, for intervals: never set, above 0, without a
   * meaning of its own.
   */
  elapsed(): number;
  /** A random number between 0 and 1. */
  random(): number;
  /** Runs `callback` once, before the next paint; within half a second if the page is not painted. */
  requestFrame(callback: () => void): void;
  /** Runs `callback` once after `ms` milliseconds; returns its cancel. */
  setTimer(callback: () => void, ms: number): () => void;
  /** Whether the page is visible, or a picture-in-picture window of it. */
  isVisible(): boolean;
  /** Whether the browser reports a network: a hint, which is wrong on some devices. */
  isOnline(): boolean;
  /** Calls back when either of the two above may have changed; returns its stop. */
  observeActivity(listener: () => void): () => void;
  /** Calls back when the language of the whole page may have changed; returns its stop. */
  observeLanguage(listener: () => void): () => void;
  /** Reports an error thrown by other people's code, such as a listener, without throwing it. */
  reportError(error: unknown): void;
}

/** The parts of a window that are used, each of which may be missing (a server, a worker). */
interface Globals {
  requestAnimationFrame?: (callback: () => void) => number;
  reportError?: (error: unknown) => void;
  document?: Events & { hidden: boolean; documentElement?: { lang: string } };
  documentPictureInPicture?: Partial<Events> & {
    readonly window?: { readonly document: { readonly hidden: boolean } } | null;
  };
  MutationObserver?: new (listener: () => void) => {
    observe(target: unknown, options: { attributeFilter: string[] }): void;
    disconnect(): void;
  };
  navigator?: { onLine?: boolean; languages?: readonly string[] };
  performance?: { now(): number };
  addEventListener?: Events['addEventListener'];
  removeEventListener?: Events['removeEventListener'];
}

interface Events {
  addEventListener(type: string, listener: () => void): void;
  removeEventListener(type: string, listener: () => void): void;
}

/**
 * A hidden page gets no frames, nor does an iframe that is not painted (`display: none`, off screen);
 * callbacks run after this time at the latest, in ms.
 */
const NO_PAINT = 250;

/** Where there are no frames at all (a server, a worker), callbacks run after this time, in ms. */
const NO_FRAME = 16;

class BrowserEnvironment implements Environment {
  readonly #globals: Globals;
  readonly #frameCallbacks: (() => void)[] = [];
  #isFrameRequested = false;
  #noPaintTimer: ReturnType<typeof setTimeout> | undefined;
  #readAt = 0;
  #wentBack = 0;

  constructor(globals: Globals) {
    this.#globals = globals;
  }

  now(): number {
    return Date.now();
  }

  elapsed(): number {
    // What the clock went back, by a correction or a suspended device, does not count.
    const readAt = this.#globals.performance?.now() ?? Date.now();
    this.#wentBack += Math.max(0, this.#readAt - readAt);
    this.#readAt = readAt;
    return 1 + readAt + this.#wentBack;
  }

  random(): number {
    return Math.random();
  }

  requestFrame(callback: () => void): void {
    const { requestAnimationFrame, document } = this.#globals;
    if (!requestAnimationFrame || !document) {
      setTimeout(callback, NO_FRAME);
      return;
    }
    if (this.#frameCallbacks.push(callback) > 1) return;
    // A page hidden between the request and the frame would wait until it is visible again.
    document.addEventListener('visibilitychange', this.#runCallbacks);
    this.#noPaintTimer = setTimeout(this.#runCallbacks, NO_PAINT);
    // A page that is never painted must not collect frame requests.
    if (!this.isVisible() || this.#isFrameRequested) return;
    this.#isFrameRequested = true;
    this.#globals.requestAnimationFrame!(() => {
      this.#isFrameRequested = false;
      this.#runCallbacks();
    });
  }

  setTimer(callback: () => void, ms: number): () => void {
    const handle = setTimeout(callback, ms);
    return () => clearTimeout(handle);
  }

  isVisible(): boolean {
    const { document, documentPictureInPicture } = this.#globals;
    return !document?.hidden || documentPictureInPicture?.window?.document.hidden === false;
  }

  isOnline(): boolean {
    return this.#globals.navigator?.onLine !== false;
  }

  observeActivity(listener: () => void): () => void {
    const change = (method: keyof Events): void => {
      this.#globals.document?.[method]('visibilitychange', listener);
      this.#globals.documentPictureInPicture?.[method]?.('enter', listener);
      this.#globals[method]?.('online', listener);
      this.#globals[method]?.('offline', listener);
    };
    change('addEventListener');
    return () => change('removeEventListener');
  }

  observeLanguage(listener: () => void): () => void {
    const { MutationObserver, document } = this.#globals;
    const observer = MutationObserver && new MutationObserver(listener);
    if (document?.documentElement) {
      observer?.observe(document.documentElement, { attributeFilter: ['lang'] });
    }
    return () => observer?.disconnect();
  }

  reportError(error: unknown): void {
    if (this.#globals.reportError) this.#globals.reportError(error);
    else queueMicrotask(() => Promise.reject(error as Error));
  }

  readonly #runCallbacks = (): void => {
    const callbacks = this.#frameCallbacks.splice(0);
    if (callbacks.length === 0) return;
    clearTimeout(this.#noPaintTimer);
    // Else the document would keep the environment of each controller that the page has ever had.
    this.#globals.document?.removeEventListener('visibilitychange', this.#runCallbacks);
    for (const callback of callbacks) callback();
  };
}

/** The page this code runs in; in Node a page that is always visible and online. */
export function browserEnvironment(globals: Globals = globalThis as Globals): Environment {
  return new BrowserEnvironment(globals);
}

/**
 * The language of the whole page, for words that belong to no element: that of the document, else the
 * first of the browser's that has strings; `undefined` in Node.
 */
export function pageLanguage(globals: Globals = globalThis as Globals): string | undefined {
  const { document, navigator } = globals;
  const lang = document?.documentElement?.lang;
  return !document || canonicalLocale(lang) ? lang : preferredLanguage(navigator?.languages);
}

/** Runs other people's code: what it throws is reported, and stops nothing else. */
export function runSafely(environment: Environment, run: () => void): void {
  try {
    run();
  } catch (error) {
    environment.reportError(error);
  }
}
