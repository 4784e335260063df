import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import '../../elements/define/tui-own-status.js';
import type { TuiOwnStatus } from '../../elements/tui-own-status.js';
import { presenceError } from '../../src/presence-error.js';
import type { PresenceErrorReason } from '../../src/presence-error.js';
import type { PresenceSource } from '../../src/presence-source.js';
import type { MemorySource } from '../../src/sources/memory-source.js';
import { A_WHILE, startPresence } from './elements.js';
import type { TestPresence } from './elements.js';

export const ME = 'me';

export interface OwnStatusOptions {
  /** Properties of the element, set before it is connected. */
  properties?: Record<string, unknown>;
  /** Around the element; it is the first child without one. */
  parent?: HTMLElement;
  presence?: TestPresence;
}

/** The own status as its user perceives it, with a presence on the clock of the test. */
export class OwnStatusPage {
  readonly element: TuiOwnStatus;
  readonly presence: TestPresence;
  /** The words of each event. */
  readonly changes: string[] = [];

  constructor(element: TuiOwnStatus, presence: TestPresence) {
    this.element = element;
    this.presence = presence;
    element.addEventListener('tui-own-status-change', ({ customStatus }) => {
      this.changes.push(customStatus);
    });
  }

  static async open(options: OwnStatusOptions = {}): Promise<OwnStatusPage> {
    const presence =
      options.presence ??
      startPresence({ userID: ME, contacts: [{ userID: ME, name: 'Mia Wong' }] });
    const element = document.createElement('tui-own-status');
    element.presence = presence.controller;
    Object.assign(element, options.properties);
    const parent = options.parent ?? document.createElement('div');
    const inner = parent.querySelector('[data-here]') ?? parent;
    inner.append(element);
    await fixture(html`<div>${parent}</div>`);
    const page = new OwnStatusPage(element, presence);
    await page.pass(A_WHILE);
    return page;
  }

  /** The element in markup of a page, in the place of what has `data-here`, among rules of the page. */
  static openAmong(css: string, markup = '<div data-here></div>'): Promise<OwnStatusPage> {
    // The rules of an earlier page would apply to this one.
    fixtureCleanup();
    const parent = document.createElement('div');
    parent.innerHTML = `<style></style>${markup}`;
    parent.querySelector('style')!.textContent = css;
    return OwnStatusPage.open({ parent });
  }

  /** Lets time pass and the element draw its changes. */
  async pass(ms = 0): Promise<void> {
    await this.element.updateComplete;
    await this.presence.environment.pass(ms);
    await this.element.updateComplete;
  }

  get button(): HTMLButtonElement {
    return this.find<HTMLButtonElement>('[part=button]')!;
  }

  get panel(): HTMLElement {
    return this.find('[part=menu]')!;
  }

  get isOpen(): boolean {
    return this.panel.getClientRects().length > 0;
  }

  get error(): HTMLElement {
    return this.find('[part=error]')!;
  }

  /** What the error says; empty while there is none. */
  get errorText(): string {
    return this.find('[role=alert]')!.innerText.trim();
  }

  get field(): HTMLInputElement {
    return this.find<HTMLInputElement>('[part=field]')!;
  }

  get items(): HTMLElement[] {
    return [...this.element.shadowRoot!.querySelectorAll<HTMLElement>('[part=item]')];
  }

  get texts(): string[] {
    return this.items.map((item) => textOf(item));
  }

  /** The texts of the checked items. */
  get checked(): string[] {
    return this.items.filter((item) => item.ariaChecked === 'true').map((item) => textOf(item));
  }

  /** The item that has the focus. */
  get active(): string | undefined {
    const { activeElement } = this.element.shadowRoot!;
    const item = this.items.find((each) => each === activeElement);
    return item && textOf(item);
  }

  /** The words in the button. */
  get words(): string {
    return this.find('[part=custom-status]')!.innerText.trim();
  }

  get name(): string {
    return this.find('[part=name]')!.innerText.trim();
  }

  /** The status that the dot of the button shows; `undefined` without a dot. */
  get dot(): string | undefined {
    const classes = this.button.querySelector('[part~=dot]')?.classList;
    if (!classes) return undefined;
    const own = ['away', 'busy', 'unknown', 'not-logged-in'].find((name) => classes.contains(name));
    return own ?? (classes.contains('online-status-online') ? 'online' : 'offline');
  }

  find<Found extends HTMLElement = HTMLElement>(selector: string): Found | null {
    return this.element.shadowRoot!.querySelector<Found>(selector);
  }

  item(text: string): HTMLElement {
    const item = this.items.find((each) => textOf(each) === text);
    if (!item) throw new Error(`There is no ${text}, but ${this.texts.join(', ')}`);
    return item;
  }

  /** Opens the menu by a click. */
  async openMenu(): Promise<void> {
    this.button.click();
    await this.element.updateComplete;
  }

  async choose(text: string): Promise<void> {
    if (!this.isOpen) await this.openMenu();
    this.item(text).click();
    await this.element.updateComplete;
  }

  /** Opens the field for own words, and types. */
  async type(text: string): Promise<void> {
    await this.choose('Custom status');
    this.field.value = text;
    this.field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.element.updateComplete;
  }

  /** Presses a button of the panel or of the error, by its text. */
  async press(text: string): Promise<void> {
    const buttons = [...this.element.shadowRoot!.querySelectorAll('button')];
    const button = buttons.find((each) => each.innerText.trim() === text);
    if (!button) throw new Error(`There is no button ${text}`);
    button.click();
    await this.element.updateComplete;
  }

  /** Presses a key on what has the focus; returns the event. */
  async key(key: string, more: KeyboardEventInit = {}): Promise<KeyboardEvent> {
    const init = { bubbles: true, composed: true, cancelable: true, ...more };
    const event = new KeyboardEvent('keydown', { key, ...init });
    const focused = this.element.shadowRoot!.activeElement ?? document.activeElement;
    (focused ?? document.body).dispatchEvent(event);
    await this.element.updateComplete;
    return event;
  }

  /** Asserts that the whole panel is seen: within the viewport, and on top at each of its corners. */
  expectPanelSeen(): void {
    const { left, top, right, bottom, width, height } = this.panel.getBoundingClientRect();
    expect(width, 'width').to.be.within(200, 376);
    expect(height, 'height').to.be.at.least(40);
    expect(left, 'left').to.be.at.least(0);
    expect(top, 'top').to.be.at.least(0);
    expect(right, 'right').to.be.at.most(innerWidth + 0.5);
    expect(bottom, 'bottom').to.be.at.most(innerHeight + 0.5);
    for (const [x, y] of [
      [left + 20, top + 20],
      [right - 20, top + 20],
      [left + 20, bottom - 20],
    ] as const) {
      expect(document.elementFromPoint(x, y) === this.element, `${x} ${y}`).to.be.true;
    }
  }
}

const textOf = (item: HTMLElement): string => item.querySelector<HTMLElement>('.text')!.innerText;

/** A source like this one, whose service refuses own words for as long as `reason` returns one. */
export function refusing(
  source: MemorySource,
  reason: () => PresenceErrorReason | undefined,
): PresenceSource {
  return async (sink) => {
    const running = await source.source(sink);
    return {
      ...running,
      setOwnStatus: async (customStatus) => {
        const why = reason();
        if (why) throw presenceError(why);
        await running.setOwnStatus!(customStatus);
      },
    };
  };
}
