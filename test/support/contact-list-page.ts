import { fixture, html } from '@open-wc/testing';
import '../../elements/define/tui-contact-list.js';
import type { TuiContactList } from '../../elements/tui-contact-list.js';
import type { Contact } from '../../src/contacts/index.js';
import type { ServiceStatus } from '../../src/sources/memory-source.js';
import { A_WHILE, startPresence } from './elements.js';
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

/** A contact list as somebody sees and hears it, with a presence on the test's own clock. */
export class ContactListPage {
  readonly list: TuiContactList;
  readonly presence: TestPresence;

  constructor(list: TuiContactList, presence: TestPresence) {
    this.list = list;
    this.presence = presence;
  }

  /** Opens a list 600 px tall and lets it get to know everybody's status. */
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

  /** Lets time pass, and whatever has come of it be drawn. */
  async pass(ms: number): Promise<void> {
    await this.list.updateComplete;
    await this.presence.page.pass(ms);
    await this.list.updateComplete;
  }

  /** The next frame of the page, in which news is told. */
  async draw(): Promise<void> {
    await this.presence.page.pass(0);
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
      .map(({ textContent }) => textContent);
  }

  row(name: string): HTMLElement {
    const row = this.rows.find((each) => each.querySelector('[part~=name]')?.textContent === name);
    if (!row) throw new Error(`${name} is not drawn, but ${this.names().join(', ')}`);
    return row;
  }

  /** What a row is called by those who cannot see it. */
  spoken(name: string): string | null {
    return this.row(name).getAttribute('aria-label');
  }

  /** The status that a row shows, `undefined` where there is no dot to be seen. */
  statusOf(name: string): string | undefined {
    const dot = this.row(name).querySelector('tui-online-dot')!;
    return dot.getClientRects().length > 0 ? dot.status : undefined;
  }

  freshnessOf(name: string): string {
    return this.row(name).querySelector('tui-online-dot')!.freshness;
  }

  /** The row that the keyboard acts on. */
  get activeRow(): HTMLElement | null {
    const id = this.scroller.getAttribute('aria-activedescendant');
    return id === null ? null : this.#find(`#${id}`);
  }

  get activeName(): string | undefined {
    return this.activeRow?.querySelector('[part~=name]')?.textContent;
  }

  /** What the live region has said last. */
  get said(): string {
    return this.#find('[role=status]')!.textContent.trim();
  }

  /** What stands in place of the rows. */
  get state(): string {
    return this.#find('.state')?.innerText.trim() ?? '';
  }

  all(selector: string): HTMLElement[] {
    return [...this.list.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
  }

  focus(): void {
    this.scroller.focus();
  }

  press(...keys: string[]): void {
    for (const key of keys) {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      this.scroller.dispatchEvent(event);
    }
  }

  click(name: string): void {
    this.row(name).click();
  }

  async type(text: string): Promise<void> {
    this.search!.value = text;
    this.search!.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.list.updateComplete;
  }

  /** A pointer comes to rest on the list, or leaves it. */
  point(isOver: boolean): void {
    this.list.dispatchEvent(new PointerEvent(isOver ? 'pointerenter' : 'pointerleave'));
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

/** So many contacts, each with a name and an ID of its own: `user0`, `Name 00000`. */
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
