import { PresenceController } from '../../src/presence-controller.js';
import type { PresenceErrorReason } from '../../src/presence-error.js';
import { presenceError } from '../../src/presence-error.js';
import { MemorySource } from '../../src/sources/memory-source.js';
import type { MemorySourceOptions } from '../../src/sources/memory-source.js';
import { EMPTY_SOURCE } from './empty-source.js';
import { FakeEnvironment } from './fake-environment.js';

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
  readonly environment: FakeEnvironment;
  readonly source: MemorySource;
  readonly controller: CountingController;
}

/** Longer than the controller collects interest, and keeps what is no longer observed. */
export const A_WHILE = 10_000;

/** Presence on a clock of the test's, logged in, connected and, unless it says so, switched on. */
export function startPresence(options: MemorySourceOptions = {}): TestPresence {
  const environment = new FakeEnvironment();
  const controller = new CountingController({ environment });
  const source = new MemorySource({ displayOnlineStatus: true, ...options });
  source.connect(controller);
  return { environment, source, controller };
}

/** Ends the session from the side of the service, as a kick does: first the logout, then why. */
export function endSession(controller: PresenceController, reason: PresenceErrorReason): void {
  controller.use((sink) => {
    sink.session(undefined);
    sink.failure(presenceError(reason));
    return EMPTY_SOURCE;
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

/** The rows of a list that are on their way to a new place. */
export function motionsOf(list: Element): Animation[] {
  const animations = list.shadowRoot!.getAnimations();
  return animations.filter((animation) => !(animation instanceof CSSTransition));
}

/** Brings the rows of a list to their places, as time would. */
export function finishMotions(list: Element): void {
  for (const motion of motionsOf(list)) motion.finish();
}

/** An element that a page puts into a slot, with a text. */
export function slotted(slot: string, text: string): HTMLElement {
  const element = document.createElement('p');
  element.slot = slot;
  element.textContent = text;
  return element;
}

export const isShown = (element: Element): boolean => element.getClientRects().length > 0;
