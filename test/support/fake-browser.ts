import { PageStorage } from '../../src/page-storage.js';
import type { OriginStorage } from '../../src/page-storage.js';
import type { Channel, Locks, TabSupport } from '../../src/sources/tabs/tab-support.js';
import type { FakeEnvironment } from './fake-environment.js';

interface LockRequest {
  readonly tab: FakeTab;
  readonly name: string;
  granted(): Promise<void> | undefined;
  resolve(value?: unknown): void;
  reject(error: unknown): void;
}

/**
 * The locks and channels of the tabs of one origin, as browsers have them: a lock has one holder, who
 * waits first gets it first, and a message reaches every other tab, a moment later and in order.
 */
export class FakeBrowser {
  /** Everything that crossed a channel. */
  readonly messages: { name: string; data: Record<string, unknown> }[] = [];
  /** What the tabs of the origin have stored. */
  readonly storage: OriginStorage;
  readonly #environment: FakeEnvironment;
  readonly #held = new Map<string, LockRequest>();
  #waiting: LockRequest[] = [];
  readonly #channels = new Set<FakeChannel>();
  readonly #muted = new Set<FakeTab>();
  #tabs = 0;

  constructor(environment: FakeEnvironment) {
    this.#environment = environment;
    const texts = new Map<string, string>();
    this.storage = {
      getItem: (key) => texts.get(key) ?? null,
      setItem: (key, text) => void texts.set(key, text),
      removeItem: (key) => void texts.delete(key),
    };
  }

  /** The names of the locks that are held or waited for. */
  get locks(): string[] {
    return [...this.#held.keys(), ...this.#waiting.map(({ name }) => name)];
  }

  openTab(): FakeTab {
    this.#tabs += 1;
    return new FakeTab(this, `tab${this.#tabs}`);
  }

  /** The tab is gone without a word: the browser gives up its locks. */
  crash(tab: FakeTab): void {
    for (const channel of this.#channels) if (channel.tab === tab) this.#channels.delete(channel);
    this.#waiting = this.#waiting.filter((request) => request.tab !== tab);
    for (const request of [...this.#held.values()]) if (request.tab === tab) this.#release(request);
  }

  /** The page hangs: it keeps its locks, and receives no messages any more. */
  mute(tab: FakeTab): void {
    this.#muted.add(tab);
  }

  request(
    tab: FakeTab,
    name: string,
    { signal }: { signal?: AbortSignal },
    granted: () => Promise<void> | undefined,
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const request: LockRequest = { tab, name, granted, resolve, reject };
      this.#waiting.push(request);
      signal?.addEventListener('abort', () => {
        if (!this.#waiting.includes(request)) return;
        this.#waiting = this.#waiting.filter((other) => other !== request);
        reject(signal.reason);
      });
      this.#soon(() => this.#grant());
    });
  }

  query(): { pending: { name: string }[] } {
    return { pending: this.#waiting.map(({ name }) => ({ name })) };
  }

  open(channel: FakeChannel): void {
    this.#channels.add(channel);
  }

  close(channel: FakeChannel): void {
    this.#channels.delete(channel);
  }

  post(from: FakeChannel, message: unknown): void {
    if (!this.#channels.has(from)) return;
    const data = structuredClone(message) as Record<string, unknown>;
    this.messages.push({ name: from.name, data });
    const others = [...this.#channels].filter(({ name }) => name === from.name);
    for (const other of others) {
      if (other === from || this.#muted.has(other.tab)) continue;
      this.#soon(() => this.#channels.has(other) && other.onmessage?.({ data }));
    }
  }

  #grant(): void {
    for (const request of [...this.#waiting]) {
      if (this.#held.has(request.name)) continue;
      this.#waiting = this.#waiting.filter((other) => other !== request);
      this.#held.set(request.name, request);
      void Promise.resolve(request.granted()).then((value) => {
        request.resolve(value);
        this.#release(request);
      });
    }
  }

  #release(request: LockRequest): void {
    if (this.#held.get(request.name) !== request) return;
    this.#held.delete(request.name);
    this.#soon(() => this.#grant());
  }

  #soon(run: () => void): void {
    this.#environment.setTimer(run, 1);
  }
}

/** One tab: its locks, its channels, and what the browser does to it. */
export class FakeTab implements TabSupport {
  readonly id: string;
  readonly locks: Locks;
  storage: PageStorage;
  readonly #browser: FakeBrowser;
  readonly #listeners = new Set<(isRunning: boolean) => void>();

  constructor(browser: FakeBrowser, id: string) {
    this.#browser = browser;
    this.id = id;
    this.storage = new PageStorage(() => browser.storage);
    this.locks = {
      request: (name, options, granted) => browser.request(this, name, options, granted),
      query: () => Promise.resolve(browser.query()),
    };
  }

  openChannel(name: string): Channel {
    return new FakeChannel(this.#browser, this, name);
  }

  createID(): string {
    return this.id;
  }

  observeLifecycle(listener: (isRunning: boolean) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The browser stops the page, or lets it go on. */
  run(isRunning: boolean): void {
    for (const listener of [...this.#listeners]) listener(isRunning);
  }

  /** The tab is closed: the page gets its events, then it is gone. */
  close(): void {
    this.run(false);
    this.#browser.crash(this);
  }

  crash(): void {
    this.#browser.crash(this);
  }
}

class FakeChannel implements Channel {
  onmessage: Channel['onmessage'] = null;
  readonly tab: FakeTab;
  readonly name: string;
  readonly #browser: FakeBrowser;

  constructor(browser: FakeBrowser, tab: FakeTab, name: string) {
    this.#browser = browser;
    this.tab = tab;
    this.name = name;
    browser.open(this);
  }

  postMessage(message: unknown): void {
    this.#browser.post(this, message);
  }

  close(): void {
    this.#browser.close(this);
  }
}
