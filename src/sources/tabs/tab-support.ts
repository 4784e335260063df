import { PageStorage } from '../../page-storage.js';
import type { OriginStorage } from '../../page-storage.js';

/** As much of the browser's `LockManager` as tabs need. */
export interface Locks {
  request(
    name: string,
    options: { signal?: AbortSignal },
    granted: () => Promise<void> | undefined,
  ): Promise<unknown>;
  query(): Promise<{ pending?: readonly { name?: string }[] }>;
}

/** As much of a `BroadcastChannel` as tabs need. */
export interface Channel {
  onmessage: ((event: { data: unknown }) => void) | null;
  postMessage(message: unknown): void;
  close(): void;
}

/** What tabs of one origin need of their browser to share a login. */
export interface TabSupport {
  readonly locks: Locks;
  /** What outlives the tabs, where the browser does not deny it. */
  readonly storage: PageStorage;
  openChannel(name: string): Channel;
  /** Names this tab. */
  createID(): string;
  /**
   * Calls back when the browser stops the page (it is left, kept in the back/forward cache, or
   * frozen) and when it goes on; returns its stop.
   */
  observeLifecycle(listener: (isRunning: boolean) => void): () => void;
}

/** The parts of a window that are used, each of which may be missing. */
interface Globals {
  navigator?: { locks?: Locks };
  BroadcastChannel?: new (name: string) => Channel;
  crypto?: { randomUUID?(): string };
  localStorage?: OriginStorage;
  document?: Events;
  addEventListener?: Events['addEventListener'];
  removeEventListener?: Events['removeEventListener'];
}

interface Events {
  addEventListener(type: string, listener: (event: { persisted?: boolean }) => void): void;
  removeEventListener(type: string, listener: (event: { persisted?: boolean }) => void): void;
}

/**
 * What this browser has for tabs that share a login; `undefined` where a part is missing, as in a
 * page that is no secure context, or in Node.
 */
export function browserTabs(
  globals: Globals = globalThis as unknown as Globals,
): TabSupport | undefined {
  const { navigator, BroadcastChannel, crypto, document } = globals;
  const locks = navigator?.locks;
  if (!locks || !BroadcastChannel || !crypto?.randomUUID || !document) return undefined;
  return {
    locks,
    storage: new PageStorage(() => globals.localStorage),
    openChannel: (name) => new BroadcastChannel(name),
    createID: () => crypto.randomUUID!(),
    observeLifecycle(listener) {
      const stop = (): void => listener(false);
      const goOn = (): void => listener(true);
      const change = (method: keyof Events): void => {
        globals[method]?.('pagehide', stop);
        globals[method]?.('pageshow', goOn);
        document[method]('freeze', stop);
        document[method]('resume', goOn);
      };
      change('addEventListener');
      return () => change('removeEventListener');
    },
  };
}

/**
 * Whether the page may use what its browser has: all of it is denied to a sandboxed frame, and in
 * Firefox also to a page without site data.
 */
export async function mayShareLogin(support: TabSupport): Promise<boolean> {
  try {
    support.openChannel('tui-presence').close();
    await support.locks.query();
    return true;
  } catch {
    return false;
  }
}

/**
 * Waits for a lock and holds it; returns what gives it up, or ends the wait. The browser gives up
 * the locks of a page that is closed or has crashed.
 */
export function holdLock(locks: Locks, name: string, onGranted: () => void): () => void {
  const controller = new AbortController();
  let giveUp: (() => void) | undefined;
  let isOver = false;
  const request = locks.request(name, { signal: controller.signal }, () => {
    if (isOver) return undefined;
    const held = new Promise<void>((resolve) => (giveUp = resolve));
    onGranted();
    return held;
  });
  // A wait that was ended rejects.
  request.catch(() => undefined);
  return () => {
    isOver = true;
    if (giveUp) giveUp();
    else controller.abort();
  };
}
