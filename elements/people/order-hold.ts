import type { ReactiveElement } from 'lit';
import type { Page } from '../../src/page.js';

/** How long nobody may have touched the list before its order settles, in ms. */
const CALM = 300;

/**
 * Lets the order of a list wait while a pointer rests on it or the focus is in it, so that no row
 * jumps away from somebody who is about to choose it.
 *
 * @param release called when the order need not wait any longer
 */
export function holdOrder(host: ReactiveElement, page: () => Page, release: () => void) {
  let isPointed = false;
  let cancel: (() => void) | undefined;
  // Asked and not remembered: a focus that goes with the element that had it goes without an event.
  const isTouched = (): boolean => isPointed || host.matches(':focus-within');

  const hear = (event?: Event): void => {
    const type = event?.type ?? '';
    isPointed = type === 'pointerenter' || (isPointed && type.startsWith('focus'));
    cancel?.();
    cancel = undefined;
    if (!event || isTouched()) return;
    cancel = page().timer(() => {
      cancel = undefined;
      release();
    }, CALM);
  };

  for (const type of ['pointerenter', 'pointerleave', 'focusin', 'focusout']) {
    host.addEventListener(type, hear);
  }
  host.addController({ hostDisconnected: () => hear() });

  return {
    get isHeld(): boolean {
      return isTouched() || cancel !== undefined;
    },
  };
}
