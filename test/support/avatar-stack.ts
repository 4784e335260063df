import { fixture, html } from '@open-wc/testing';
import '../../elements/define/tui-avatar-stack.js';
import type { TuiAvatarStack } from '../../elements/tui-avatar-stack.js';
import { A_WHILE, startPresence } from './elements.js';
import type { TestPresence } from './elements.js';
import { viewReported } from './person.js';

/** A stack as a user perceives it, with a presence on the clock of the test. */
export class AvatarStackPage {
  readonly stack: TuiAvatarStack;
  readonly presence: TestPresence;
  /** The users who were chosen, in that order. */
  readonly chosen: string[] = [];
  #pointerX = 0;

  constructor(stack: TuiAvatarStack, presence: TestPresence) {
    this.stack = stack;
    this.presence = presence;
  }

  /** Opens a stack and waits until it knows all statuses. */
  static async open(
    properties: Record<string, unknown> = {},
    { presence = startPresence(), online = [] as readonly string[], dir = 'ltr' } = {},
  ): Promise<AvatarStackPage> {
    for (const userID of online) presence.source.setStatus(userID, 'online');
    const stack = document.createElement('tui-avatar-stack');
    Object.assign(stack, { presence: presence.controller }, properties);
    const page = new AvatarStackPage(stack, presence);
    const around = await fixture<HTMLElement>(html`<div dir=${dir}></div>`);
    around.addEventListener('tui-contact-select', ({ userID, target }) => {
      if (target === stack) page.chosen.push(userID);
    });
    around.append(stack);
    await page.pass(A_WHILE);
    // Who is shown depends on the statuses, and is observed live after that.
    await page.pass(A_WHILE);
    return page;
  }

  /** Lets time pass and the element draw its changes. */
  async pass(ms: number): Promise<void> {
    await this.stack.updateComplete;
    await viewReported();
    await this.presence.environment.pass(ms);
    await this.stack.updateComplete;
    await this.stack.updateComplete;
  }

  find(selector: string): HTMLElement | null {
    return this.stack.shadowRoot!.querySelector<HTMLElement>(selector);
  }

  /** The buttons with a picture. */
  get people(): HTMLElement[] {
    return [...this.stack.shadowRoot!.querySelectorAll<HTMLElement>('.person:not(.more)')];
  }

  get userIDs(): string[] {
    return this.people.map(({ dataset }) => dataset['userId']!);
  }

  /** The accessible names of the buttons with a picture. */
  get spoken(): string[] {
    return this.people.map((button) => button.getAttribute('aria-label')!);
  }

  get more(): HTMLElement | null {
    return this.find('[part=more]');
  }

  get count(): string | undefined {
    return this.find('[part=count]')?.textContent;
  }

  /** The list of the rest; `null` while it is closed. */
  get list() {
    return this.stack.shadowRoot!.querySelector('tui-contact-list');
  }

  /** The names in the list of the rest. */
  get listed(): string[] {
    const rows = [...(this.list?.shadowRoot?.querySelectorAll('[role=option]') ?? [])];
    return rows.map((row) => row.querySelector('[part=name]')!.textContent);
  }

  /** What has the focus: a user, `more`, or the tag of what is open. */
  get focused(): string | undefined {
    const element = this.stack.shadowRoot!.activeElement as HTMLElement | null;
    return element?.dataset['userId'] ?? element?.getAttribute('part') ?? element?.localName;
  }

  press(key: string, more: KeyboardEventInit = {}): KeyboardEvent {
    const init = { key, bubbles: true, composed: true, cancelable: true, ...more };
    const event = new KeyboardEvent('keydown', init);
    let target = this.stack.shadowRoot!.activeElement!;
    while (target.shadowRoot?.activeElement) target = target.shadowRoot.activeElement;
    target.dispatchEvent(event);
    return event;
  }

  /** Opens the list of the rest. */
  async openRest(): Promise<void> {
    this.more!.focus();
    this.more!.click();
    await this.pass(100);
  }

  /** The pointer moves over the stack. */
  point(): void {
    this.#pointerX += 1;
    this.stack.dispatchEvent(new PointerEvent('pointermove', { screenX: this.#pointerX }));
  }

  setStatus(userID: string, status: 'online' | 'offline', words = ''): void {
    this.presence.source.setStatus(userID, status, words);
  }
}
