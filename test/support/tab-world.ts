import assert from 'node:assert/strict';
import type { ActiveLogin } from '../../src/login/active-login.js';
import { sharedLogin } from '../../src/login/shared-login.js';
import { PresenceController } from '../../src/presence-controller.js';
import type { PresenceErrorReason } from '../../src/presence-error.js';
import type { SourceLimits } from '../../src/presence-source.js';
import type { Presence } from '../../src/presence.js';
import { FakeBrowser } from './fake-browser.js';
import type { FakeTab } from './fake-browser.js';
import { FakeEnvironment } from './fake-environment.js';
import { FakeCloud } from './fake-cloud.js';
import type { TabOptions } from './fake-cloud.js';

/** One page in a tab of its own, with its own controller. */
export class TabPage {
  readonly controller: PresenceController;
  readonly errors: PresenceErrorReason[] = [];
  readonly tab: FakeTab;
  isOpen = true;
  login: ActiveLogin | undefined;
  /** Why the login failed. */
  failure: unknown;
  readonly abort = new AbortController();
  readonly #world: TabWorld;
  #isVisible = true;
  readonly #listeners = new Set<() => void>();

  constructor(world: TabWorld, limits?: SourceLimits) {
    this.#world = world;
    this.tab = world.browser.openTab();
    const environment = {
      ...world.environment,
      isVisible: () => this.#isVisible,
      observeActivity: (listener: () => void) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
    };
    this.controller = new PresenceController({ environment, ...(limits && { limits }) });
    this.controller.addEventListener('tui-presence-error', ({ error }) =>
      this.errors.push(error.reason),
    );
  }

  start(options: Partial<TabOptions> = {}): void {
    const { cloud } = this.#world;
    const login = sharedLogin({
      official: (use) => cloud.official(use, () => this.isOpen),
      controller: this.controller,
      environment: this.controller.environment,
      tabs: this.tab,
    });
    login(
      { SDKAppID: 1, userID: 'alice', userSig: `sig of ${this.tab.id}`, ...options },
      this.abort.signal,
    ).then(
      (login) => (this.login = login),
      (error: unknown) => (this.failure = error),
    );
  }

  show(isVisible: boolean): void {
    this.#isVisible = isVisible;
    for (const listener of [...this.#listeners]) listener();
  }

  /** Closes the tab, with or without the events that say so. */
  close({ crash = false } = {}): void {
    this.isOpen = false;
    if (crash) this.tab.crash();
    else this.tab.close();
    this.#world.cloud.sweep();
  }

  of(userID: string): Pick<Presence, 'status' | 'freshness'> {
    const { status, freshness } = this.controller.presenceOf(userID);
    return { status, freshness };
  }
}

/** Some tabs of one origin, on one clock. */
export class TabWorld {
  readonly environment = new FakeEnvironment();
  readonly browser = new FakeBrowser(this.environment);
  readonly cloud = new FakeCloud(this.environment);
  readonly pages: TabPage[] = [];

  /** Opens a page that logs in and observes these users. */
  async open(
    userIDs: readonly string[] = ['alice-1', 'alice-2'],
    options: Parameters<TabWorld['add']>[1] = {},
  ): Promise<TabPage> {
    const page = this.add(userIDs, options);
    await this.pass(1_500);
    return page;
  }

  /** Opens a page, and lets it begin to log in. */
  add(
    userIDs: readonly string[],
    options: Partial<TabOptions> & { live?: boolean; limits?: SourceLimits } = {},
  ): TabPage {
    const { live = true, limits, ...login } = options;
    const page = new TabPage(this, limits);
    this.pages.push(page);
    page.controller.observe(userIDs, () => undefined, { live });
    page.start(login);
    return page;
  }

  pass(ms: number): Promise<void> {
    return this.environment.pass(ms);
  }

  /** Checks that each of these pages shows the truth of Alice's first two friends, and no error. */
  showTruth(...pages: TabPage[]): void {
    for (const page of pages) {
      for (const userID of ['alice-1', 'alice-2']) {
        const isOnline = this.cloud.statusOf(userID).statusType === 1;
        assert.deepEqual(page.of(userID), live(isOnline ? 'online' : 'not-logged-in'), page.tab.id);
      }
      assert.equal(page.controller.state, 'ready', page.tab.id);
      assert.deepEqual(page.errors, [], page.tab.id);
    }
    assert.deepEqual(this.environment.errors, []);
  }
}

/** A status that is live, as `TabPage.of` gives it. */
export const live = (status: string) => ({ status, freshness: 'live' });
