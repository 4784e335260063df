import { PresenceController } from '../../src/presence-controller.js';
import type { PresenceErrorReason } from '../../src/presence-error.js';
import { presenceError } from '../../src/presence-error.js';
import { MemorySource } from '../../src/sources/memory-source.js';
import type { MemorySourceOptions } from '../../src/sources/memory-source.js';
import { FakePage } from './fake-page.js';

/** A controller that knows how many listeners its events have. */
export class CountingController extends PresenceController {
  #listeners = 0;

  get listeners(): number {
    return this.#listeners;
  }

  override addEventListener(...parameters: Parameters<EventTarget['addEventListener']>): void {
    this.#listeners += 1;
    super.addEventListener(...parameters);
  }

  override removeEventListener(
    ...parameters: Parameters<EventTarget['removeEventListener']>
  ): void {
    this.#listeners -= 1;
    super.removeEventListener(...parameters);
  }
}

export interface TestPresence {
  /** Time and frames: `await page.pass(ms)`, `page.draw()`. */
  readonly page: FakePage;
  readonly source: MemorySource;
  readonly controller: CountingController;
}

/** Longer than the controller waits to collect wishes and to let go of what nobody wants. */
export const A_WHILE = 10_000;

/** Presence on a clock of the test's, logged in, connected and, unless it says so, switched on. */
export function startPresence(options: MemorySourceOptions = {}): TestPresence {
  const page = new FakePage();
  const controller = new CountingController({ page });
  const source = new MemorySource({ displayOnlineStatus: true, ...options });
  source.connect(controller);
  return { page, source, controller };
}

/** Ends the session from the side of the service, as a kick does: first the logout, then why. */
export function endSession(controller: PresenceController, reason: PresenceErrorReason): void {
  controller.use((report) => {
    report.session(undefined);
    report.failed(presenceError(reason));
    return {
      subscribe: () => Promise.resolve([]),
      unsubscribe: () => Promise.resolve([]),
      query: () => Promise.resolve({ entries: [], failures: [] }),
      switchUserStatus: () => undefined,
      stop: () => undefined,
    };
  });
}

/** Records every change of an element's nodes and attributes, inside its shadow root too. */
export function recordMutations(element: Element): { take(): MutationRecord[] } {
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((more) => void records.push(...more));
  const everything = { attributes: true, characterData: true, childList: true, subtree: true };
  observer.observe(element, everything);
  if (element.shadowRoot) observer.observe(element.shadowRoot, everything);
  return { take: () => records.splice(0).concat(observer.takeRecords()) };
}
