/**
 * What presence needs of the page it runs in: time, frames, chance and whether anybody is looking.
 * It comes in as an argument, so that tests hold the clock; see {@link browserPage} for the real one.
 */
export interface Page {
  /** Epoch milliseconds. */
  now(): number;
  /** Between 0 and 1. */
  random(): number;
  /** Runs `callback` once, before the next paint; soon when nothing is painted. */
  frame(callback: () => void): void;
  /** Runs `callback` once after `ms` milliseconds; returns its cancel. */
  timer(callback: () => void, ms: number): () => void;
  /** Whether somebody can see the page and the device has a network. */
  awake(): boolean;
  /** Calls back when {@link awake} may have changed; returns its stop. */
  observe(listener: () => void): () => void;
  /** Calls back when the language of the whole page may have changed; returns its stop. */
  observeLanguage(listener: () => void): () => void;
  /** Brings an error of somebody's listener to light without stopping us. */
  report(error: unknown): void;
}

/** The parts of a window that are used, each of which may be missing (a server, a worker). */
interface Globals {
  requestAnimationFrame?: (callback: () => void) => number;
  reportError?: (error: unknown) => void;
  document?: Events & { hidden: boolean; documentElement?: { lang: string } };
  MutationObserver?: new (listener: () => void) => {
    observe(target: unknown, options: { attributeFilter: string[] }): void;
    disconnect(): void;
  };
  navigator?: { onLine?: boolean };
  addEventListener?: Events['addEventListener'];
  removeEventListener?: Events['removeEventListener'];
}

interface Events {
  addEventListener(type: string, listener: () => void): void;
  removeEventListener(type: string, listener: () => void): void;
}

/** Frames stop in a hidden page; its news is flushed at this pace instead, in ms. */
const HIDDEN_FRAME = 250;

/** The page this code runs in; in Node a page that is always visible and online. */
export function browserPage(globals: Globals = globalThis as Globals): Page {
  const { document } = globals;
  const due: (() => void)[] = [];
  let isListening = false;
  const run = (): void => {
    for (const callback of due.splice(0)) callback();
  };
  return {
    now: () => Date.now(),
    random: () => Math.random(),
    frame(callback) {
      if (!globals.requestAnimationFrame || !document) {
        setTimeout(callback, 16);
        return;
      }
      // A page that is hidden between the request and the frame would wait for its return. To listen
      // anew for each frame is what a frame has no time for.
      if (!isListening) document.addEventListener('visibilitychange', run);
      isListening = true;
      if (due.push(callback) > 1) return;
      if (document.hidden) setTimeout(run, HIDDEN_FRAME);
      else globals.requestAnimationFrame(run);
    },
    timer(callback, ms) {
      const handle = setTimeout(callback, ms);
      return () => clearTimeout(handle);
    },
    awake: () => !document?.hidden && globals.navigator?.onLine !== false,
    observe(listener) {
      const change = (change: keyof Events) => {
        document?.[change]('visibilitychange', listener);
        globals[change]?.('online', listener);
        globals[change]?.('offline', listener);
      };
      change('addEventListener');
      return () => change('removeEventListener');
    },
    observeLanguage(listener) {
      const observer = globals.MutationObserver && new globals.MutationObserver(listener);
      if (document?.documentElement) {
        observer?.observe(document.documentElement, { attributeFilter: ['lang'] });
      }
      return () => observer?.disconnect();
    },
    report(error) {
      if (globals.reportError) globals.reportError(error);
      else queueMicrotask(() => Promise.reject(error as Error));
    },
  };
}

/** The language of the whole page, for words that belong to no element; `undefined` in Node. */
export function pageLanguage(globals: Globals = globalThis as Globals): string | undefined {
  return globals.document?.documentElement?.lang || undefined;
}
