import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Page } from '../../src/page.js';

/** How long nobody may have touched the list before its order settles, in ms. */
const CALM = 300;

/**
 * Lets the order of a list wait while a pointer rests on it or the focus is in it, so that no row
 * jumps away from somebody who is about to choose it.
 */
export class OrderHold implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #page: () => Page;
  readonly #release: () => void;
  #isPointed = false;
  #isFocused = false;
  #cancel: (() => void) | undefined;

  /** @param release called when the order need not wait any longer */
  constructor(host: ReactiveControllerHost & HTMLElement, page: () => Page, release: () => void) {
    this.#host = host;
    this.#page = page;
    this.#release = release;
    host.addController(this);
  }

  get isHeld(): boolean {
    return this.#isPointed || this.#isFocused || this.#cancel !== undefined;
  }

  hostConnected(): void {
    for (const type of EVENTS) this.#host.addEventListener(type, this.#heard);
  }

  hostDisconnected(): void {
    for (const type of EVENTS) this.#host.removeEventListener(type, this.#heard);
    this.#cancel?.();
    this.#cancel = undefined;
    this.#isPointed = this.#isFocused = false;
  }

  readonly #heard = ({ type }: Event): void => {
    if (type.startsWith('pointer')) this.#isPointed = type === 'pointerenter';
    else this.#isFocused = type === 'focusin';
    this.#cancel?.();
    this.#cancel = undefined;
    if (this.isHeld) return;
    this.#cancel = this.#page().timer(() => {
      this.#cancel = undefined;
      this.#release();
    }, CALM);
  };
}

const EVENTS = ['pointerenter', 'pointerleave', 'focusin', 'focusout'];
