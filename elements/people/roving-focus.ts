import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What an arrow key moves by, from left to right. */
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/**
 * One tab stop for several buttons, which the arrow keys go through. The focus stays with the user
 * whose button it is on, wherever the order puts that button.
 */
export class RovingFocus implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #buttons: () => HTMLElement[];
  /** The user of the tab stop; `''` for a button without a user, `undefined` before the first focus. */
  #active: string | undefined;

  /** @param buttons in their order; each has its user in `data-user-id` */
  constructor(host: ReactiveControllerHost & HTMLElement, buttons: () => HTMLElement[]) {
    this.#host = host;
    this.#buttons = buttons;
    host.addController(this);
  }

  hostUpdated(): void {
    const buttons = this.#buttons();
    const focused = buttons.find((button) => button === this.#host.shadowRoot?.activeElement);
    const active = buttons.find((button) => userOf(button) === this.#active);
    if (focused && active && focused !== active) active.focus({ preventScroll: true });
    // A tab stop is needed, also when the button that was it has gone.
    const stop = active ?? focused ?? buttons[0];
    for (const button of buttons) {
      const tabIndex = button === stop ? 0 : -1;
      if (button.tabIndex !== tabIndex) button.tabIndex = tabIndex;
    }
  }

  focus(options?: FocusOptions): void {
    const buttons = this.#buttons();
    (buttons.find(({ tabIndex }) => tabIndex === 0) ?? buttons[0])?.focus(options);
  }

  readonly onFocusIn = ({ target }: FocusEvent): void => {
    const button = this.#buttons().find((each) => each === target);
    if (!button || userOf(button) === this.#active) return;
    this.#active = userOf(button);
    this.#host.requestUpdate();
  };

  readonly onKeydown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const buttons = this.#buttons();
    const at = buttons.findIndex((button) => button === event.target);
    const next = buttons[this.#placeAfter(event.key, at, buttons.length)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  };

  #placeAfter(key: string, at: number, count: number): number {
    if (key === 'Home') return 0;
    if (key === 'End') return count - 1;
    const step = STEPS[key];
    if (!step) return -1;
    const isRightToLeft = getComputedStyle(this.#host).direction === 'rtl';
    return Math.max(0, Math.min(at + (isRightToLeft ? -step : step), count - 1));
  }
}

const userOf = (button: HTMLElement): string => button.dataset.userId ?? '';
