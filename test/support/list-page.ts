import { fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import type { ServiceStatus } from '../../src/sources/memory-source.js';
import { A_WHILE, finishMotions, isShown, startPresence } from './elements.js';
import type { TestPresence } from './elements.js';

export interface ListPageOptions {
  /** What the service knows, by user. */
  statuses?: Record<string, ServiceStatus | [ServiceStatus, string]>;
  /** Properties of the element, set before it is connected. */
  properties?: Record<string, unknown>;
  attributes?: Record<string, string>;
  /** Elements inside the list's tags. */
  slotted?: Element[];
  /** In px. */
  height?: number;
  width?: number;
  presence?: TestPresence;
}

/** A list as a user perceives it, with a presence on the clock of the test. */
export class ListPage<List extends LitElement> {
  readonly list: List;
  readonly presence: TestPresence;
  #pointerX = 0;

  constructor(list: List, presence: TestPresence) {
    this.list = list;
    this.presence = presence;
  }

  /** Puts a list on the page, 600 px tall, and waits until the controller knows all statuses. */
  protected static async place(list: LitElement, options: ListPageOptions): Promise<TestPresence> {
    const presence = options.presence ?? startPresence();
    for (const [userID, known] of Object.entries(options.statuses ?? {})) {
      const [status, words] = Array.isArray(known) ? known : [known, ''];
      presence.source.setStatus(userID, status, words);
    }
    list.style.height = `${options.height ?? 600}px`;
    list.style.width = `${options.width ?? 320}px`;
    Object.assign(list, { presence: presence.controller }, options.properties);
    for (const [name, value] of Object.entries(options.attributes ?? {})) {
      list.setAttribute(name, value);
    }
    list.append(...(options.slotted ?? []));
    await fixture(html`<div>${list}</div>`);
    await new ListPage(list, presence).pass(A_WHILE);
    return presence;
  }

  /** Lets time pass and the list draw its changes. */
  async pass(ms: number): Promise<void> {
    await this.list.updateComplete;
    await this.presence.environment.pass(ms);
    await this.list.updateComplete;
  }

  /** Draws the next frame, in which listeners are notified. */
  async draw(): Promise<void> {
    await this.presence.environment.pass(0);
  }

  setStatus(userID: string, status: ServiceStatus, words = ''): void {
    this.presence.source.setStatus(userID, status, words);
  }

  get scroller(): HTMLElement {
    return this.find('[part=list]')!;
  }

  /** The rows that are drawn, from top to bottom. */
  get rows(): HTMLElement[] {
    finishMotions(this.list);
    const top = (row: HTMLElement) => row.getBoundingClientRect().top;
    return this.all('[role=option]').sort((one, other) => top(one) - top(other));
  }

  /** What is written in the rows that are drawn. */
  names(): string[] {
    return this.rows.map((row) => row.querySelector('[part~=name]')!.textContent);
  }

  row(name: string): HTMLElement {
    const row = this.rows.find((each) => each.querySelector('[part~=name]')?.textContent === name);
    if (!row) throw new Error(`${name} is not drawn, but ${this.names().join(', ')}`);
    return row;
  }

  /** The status that a row shows, `undefined` where no dot is displayed. */
  statusOf(name: string): string | undefined {
    const row = this.row(name);
    const { status } = row.dataset;
    // The dot says the same.
    const dots = [...row.querySelectorAll<HTMLElement>('[part~=dot]')].filter(isShown);
    const own = status === 'online' ? 'online' : 'offline';
    const isDrawn = dots.length === 1 && dots[0]!.matches(`[part~=online-status-${own}]`);
    if (isDrawn !== (status !== undefined)) throw new Error(`${name}: another dot than ${status}`);
    return status;
  }

  freshnessOf(name: string): string | undefined {
    return this.row(name).dataset['freshness'];
  }

  /** The row that the keyboard acts on. */
  get activeRow(): HTMLElement | null {
    const id = this.scroller.getAttribute('aria-activedescendant');
    return id === null ? null : this.find(`#${id}`);
  }

  get activeName(): string | undefined {
    return this.activeRow?.querySelector('[part~=name]')?.textContent;
  }

  /** The text of the live region. */
  get said(): string {
    return this.find('[role=status]')!.textContent.trim();
  }

  /** What is written in place of the rows. */
  get state(): string {
    const text = this.find('.empty-text') ?? this.find('.state');
    return text?.innerText.trim() ?? '';
  }

  /** What is written below that: what would bring rows. */
  get help(): string {
    return this.find('.empty-help')?.innerText.trim() ?? '';
  }

  all(selector: string): HTMLElement[] {
    return [...this.list.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
  }

  focus(): void {
    this.scroller.focus();
  }

  press(...keys: string[]): void {
    for (const key of keys) this.pressKey(key, {}, this.scroller);
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

  protected find<Found extends HTMLElement>(selector: string): Found | null {
    return this.list.shadowRoot!.querySelector<Found>(selector);
  }
}
