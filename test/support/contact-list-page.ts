import { fixture, html } from '@open-wc/testing';
import '../../elements/define/tui-contact-list.js';
import type { TuiContactList } from '../../elements/tui-contact-list.js';
import type { Contact } from '../../src/contacts/index.js';
import type { ServiceStatus } from '../../src/sources/memory-source.js';
import { A_WHILE, finishMotions, startPresence } from './elements.js';
import type { TestPresence } from './elements.js';

export interface ContactListOptions {
  contacts?: unknown;
  /** What the service knows, by user. */
  statuses?: Record<string, ServiceStatus | [ServiceStatus, string]>;
  /** Properties of the element, set before it is connected. */
  properties?: Record<string, unknown>;
  attributes?: Record<string, string>;
  /** Elements inside the list's tags. */
  slotted?: Element[];
  /** In px. */
  height?: number;
  presence?: TestPresence;
}

/** A contact list as a user sees and hears it, with a presence on the clock of the test. */
export class ContactListPage {
  readonly list: TuiContactList;
  readonly presence: TestPresence;
  #pointerX = 0;

  constructor(list: TuiContactList, presence: TestPresence) {
    this.list = list;
    this.presence = presence;
  }

  /** Opens a list 600 px tall and waits until it knows all statuses. */
  static async open(options: ContactListOptions = {}): Promise<ContactListPage> {
    const presence = options.presence ?? startPresence();
    for (const [userID, known] of Object.entries(options.statuses ?? {})) {
      const [status, words] = Array.isArray(known) ? known : [known, ''];
      presence.source.setStatus(userID, status, words);
    }
    const list = document.createElement('tui-contact-list');
    list.style.height = `${options.height ?? 600}px`;
    list.style.width = '320px';
    list.presence = presence.controller;
    if ('contacts' in options) list.contacts = options.contacts as Contact[];
    Object.assign(list, options.properties);
    for (const [name, value] of Object.entries(options.attributes ?? {})) {
      list.setAttribute(name, value);
    }
    list.append(...(options.slotted ?? []));
    await fixture(html`<div>${list}</div>`);
    const page = new ContactListPage(list, presence);
    await page.pass(A_WHILE);
    return page;
  }

  /** Lets time pass and the list draw its changes. */
  async pass(ms: number): Promise<void> {
    await this.list.updateComplete;
    await this.presence.environment.pass(ms);
    await this.list.updateComplete;
  }

  /** Waits until the browser has noticed a change of size. */
  async resized(): Promise<void> {
    await this.list.updateComplete;
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
  }

  /** Draws the next frame, in which listeners are notified. */
  async draw(): Promise<void> {
    await this.presence.environment.pass(0);
  }

  setStatus(userID: string, status: ServiceStatus, words = ''): void {
    this.presence.source.setStatus(userID, status, words);
  }

  get scroller(): HTMLElement {
    return this.#find('[part=list]')!;
  }

  get search(): HTMLInputElement | null {
    return this.#find<HTMLInputElement>('[part=search]');
  }

  /** The rows that are drawn, from top to bottom. */
  get rows(): HTMLElement[] {
    finishMotions(this.list);
    const top = (row: HTMLElement) => row.getBoundingClientRect().top;
    return this.all('[role=option]').sort((one, other) => top(one) - top(other));
  }

  /** The rows that can be seen, at least in part. */
  get visibleRows(): HTMLElement[] {
    const { top, bottom } = this.scroller.getBoundingClientRect();
    return this.rows.filter((row) => {
      const box = row.getBoundingClientRect();
      return box.bottom > top + 0.5 && box.top < bottom - 0.5;
    });
  }

  /** What is written in the rows that are drawn. */
  names(): string[] {
    return this.rows.map((row) => row.querySelector('[part~=name]')!.textContent);
  }

  headings(): string[] {
    const top = (heading: HTMLElement) => heading.parentElement!.getBoundingClientRect().top;
    return this.all('[part=group]')
      .sort((one, other) => top(one) - top(other))
      .map(({ textContent }) => textContent.trim());
  }

  row(name: string): HTMLElement {
    const row = this.rows.find((each) => each.querySelector('[part~=name]')?.textContent === name);
    if (!row) throw new Error(`${name} is not drawn, but ${this.names().join(', ')}`);
    return row;
  }

  /** The accessible name of a row. */
  spoken(name: string): string | null {
    return this.row(name).getAttribute('aria-label');
  }

  /** The status that a row shows, `undefined` where there is no dot to be seen. */
  statusOf(name: string): string | undefined {
    const row = this.row(name);
    const { status } = row.dataset;
    // The dot says the same.
    const dots = [...row.querySelectorAll<HTMLElement>('[part~=dot]')].filter(isSeen);
    const own = status === 'online' ? 'online' : 'offline';
    const isShown = dots.length === 1 && dots[0]!.matches(`[part~=online-status-${own}]`);
    if (isShown !== (status !== undefined)) throw new Error(`${name}: another dot than ${status}`);
    return status;
  }

  freshnessOf(name: string): string | undefined {
    return this.row(name).dataset['freshness'];
  }

  /** The row that the keyboard acts on. */
  get activeRow(): HTMLElement | null {
    const id = this.scroller.getAttribute('aria-activedescendant');
    return id === null ? null : this.#find(`#${id}`);
  }

  get activeName(): string | undefined {
    return this.activeRow?.querySelector('[part~=name]')?.textContent;
  }

  /** The text of the live region. */
  get said(): string {
    return this.#find('[role=status]')!.textContent.trim();
  }

  /** What is said in place of the rows. */
  get state(): string {
    const text = this.#find('.empty-text') ?? this.#find('.state');
    return text?.innerText.trim() ?? '';
  }

  /** What is said to do about it. */
  get help(): string {
    return this.#find('.empty-help')?.innerText.trim() ?? '';
  }

  all(selector: string): HTMLElement[] {
    return [...this.list.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
  }

  focus(): void {
    this.scroller.focus();
  }

  press(...keys: string[]): void {
    for (const key of keys) {
      const event = new KeyboardEvent('keydown', {
        key,
        bubbles: true,
        cancelable: true,
        composed: true,
      });
      this.scroller.dispatchEvent(event);
    }
  }

  /** Presses a key on what has the focus, or on an element; returns the event. */
  pressKey(key: string, more: KeyboardEventInit = {}, target?: Element): KeyboardEvent {
    const init = { bubbles: true, composed: true, cancelable: true, ...more };
    const event = new KeyboardEvent('keydown', { key, ...init });
    (target ?? this.list.shadowRoot!.activeElement!).dispatchEvent(event);
    return event;
  }

  click(name: string): void {
    this.row(name).click();
  }

  async type(text: string): Promise<void> {
    this.search!.value = text;
    this.search!.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.list.updateComplete;
  }

  /** The pointer moves over the list, or leaves it. */
  point(isOver: boolean): void {
    this.#pointerX += 1;
    const type = isOver ? 'pointermove' : 'pointerleave';
    this.list.dispatchEvent(new PointerEvent(type, { screenX: this.#pointerX }));
  }

  /** Scrolls, and does not wait for the browser to say so. */
  scrollTo(top: number): void {
    this.scroller.scrollTop = top;
    this.scroller.dispatchEvent(new Event('scroll'));
  }

  #find<Found extends HTMLElement>(selector: string): Found | null {
    return this.list.shadowRoot!.querySelector<Found>(selector);
  }
}

function isSeen(element: Element): boolean {
  return element.getClientRects().length > 0;
}

/** This many contacts, each with an ID and a name of its own: `user0`, `Name 00000`. */
export function contactsNumbered(count: number): Contact[] {
  return Array.from({ length: count }, (_, number) => ({
    userID: `user${number}`,
    name: `Name ${String(number).padStart(5, '0')}`,
  }));
}

/** Contacts by name; the ID is the name in small letters. */
export function contactsNamed(...names: string[]): Contact[] {
  return names.map((name) => ({ userID: name.toLowerCase(), name }));
}
