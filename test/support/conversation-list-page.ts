import { fixture, html } from '@open-wc/testing';
import '../../elements/define/tui-conversation-list.js';
import type { TuiConversationList } from '../../elements/tui-conversation-list.js';
import type { Conversation } from '../../src/contacts/index.js';
import type { ServiceStatus } from '../../src/sources/memory-source.js';
import { A_WHILE, finishMotions, startPresence } from './elements.js';
import type { TestPresence } from './elements.js';

const DAY = 86_400_000;

export interface ConversationListOptions {
  conversations?: unknown;
  /** What the service knows, by user. */
  statuses?: Record<string, ServiceStatus>;
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

/** A conversation list as a user sees and hears it, with a presence on the clock of the test. */
export class ConversationListPage {
  readonly list: TuiConversationList;
  readonly presence: TestPresence;
  #pointerX = 0;

  constructor(list: TuiConversationList, presence: TestPresence) {
    this.list = list;
    this.presence = presence;
  }

  /** Opens a list 600 px tall and waits until it knows all statuses. */
  static async open(options: ConversationListOptions = {}): Promise<ConversationListPage> {
    const presence = options.presence ?? startPresence();
    for (const [userID, status] of Object.entries(options.statuses ?? {})) {
      presence.source.setStatus(userID, status);
    }
    const list = document.createElement('tui-conversation-list');
    list.style.height = `${options.height ?? 600}px`;
    list.style.width = `${options.width ?? 320}px`;
    list.presence = presence.controller;
    if ('conversations' in options) list.conversations = options.conversations as Conversation[];
    Object.assign(list, options.properties);
    for (const [name, value] of Object.entries(options.attributes ?? {})) {
      list.setAttribute(name, value);
    }
    list.append(...(options.slotted ?? []));
    await fixture(html`<div>${list}</div>`);
    const page = new ConversationListPage(list, presence);
    await page.pass(A_WHILE);
    return page;
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

  /** Replaces the conversations. */
  async give(conversations: unknown): Promise<void> {
    this.list.conversations = conversations as Conversation[];
    await this.list.updateComplete;
  }

  setStatus(userID: string, status: ServiceStatus, words = ''): void {
    this.presence.source.setStatus(userID, status, words);
  }

  get scroller(): HTMLElement {
    return this.#find('[part=list]')!;
  }

  /** The rows that are drawn, from top to bottom. */
  get rows(): HTMLElement[] {
    finishMotions(this.list);
    const top = (row: HTMLElement) => row.getBoundingClientRect().top;
    return this.all('[role=option]').sort((one, other) => top(one) - top(other));
  }

  /** What is written in the rows that are drawn. */
  names(): string[] {
    return this.rows.map((row) => row.querySelector('[part=name]')!.textContent);
  }

  row(name: string): HTMLElement {
    const row = this.rows.find((each) => each.querySelector('[part=name]')?.textContent === name);
    if (!row) throw new Error(`${name} is not drawn, but ${this.names().join(', ')}`);
    return row;
  }

  part(name: string, part: string): HTMLElement {
    return this.row(name).querySelector<HTMLElement>(`[part=${part}]`)!;
  }

  /** What is written in a part of a row; `undefined` where the part is not to be seen. */
  textOf(name: string, part: 'last-message' | 'time' | 'unread'): string | undefined {
    const element = this.part(name, part);
    // Spaces differ between versions of the data behind Intl.
    return isSeen(element) ? element.textContent.replace(/\s/g, ' ') : undefined;
  }

  /** The second line of a row: the last message, or the draft and the word before it. */
  lineOf(name: string): string {
    const line = this.part(name, 'last-message');
    const texts = [line.previousElementSibling!, line].map(({ textContent }) => textContent);
    return texts.filter(Boolean).join(' ');
  }

  /** Where some letters of a part are drawn. */
  lettersOf(name: string, part: string, from: number, to = from + 1): DOMRect {
    const range = document.createRange();
    const element = this.part(name, part);
    const text = [...(element.querySelector('bdi') ?? element).childNodes].find(isText)!;
    range.setStart(text, from);
    range.setEnd(text, to);
    return range.getBoundingClientRect();
  }

  hasMark(name: string, part: 'muted' | 'pinned'): boolean {
    return isSeen(this.part(name, part));
  }

  /** The accessible name of a row. */
  spoken(name: string): string {
    return accessibleText(this.row(name)).replace(/\s+/g, ' ').trim();
  }

  /** The accessible description of a row. */
  description(name: string): string | undefined {
    return this.row(name).getAttribute('aria-description')?.replace(/\s/g, ' ');
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

  get activeName(): string | undefined {
    const id = this.scroller.getAttribute('aria-activedescendant');
    return id === null ? undefined : this.#find(`#${id} [part=name]`)!.textContent;
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

/** The text of an element without what is hidden from assistive technology. */
function accessibleText(element: Element): string {
  const texts = [...element.childNodes].map((node) => {
    if (isText(node)) return node.data;
    const isExposed = node instanceof Element && node.getAttribute('aria-hidden') !== 'true';
    return isExposed && accessibleText(node);
  });
  return texts.filter(Boolean).join('');
}

function isText(node: Node): node is Text {
  return node.nodeType === Node.TEXT_NODE;
}

function isSeen(element: Element): boolean {
  return element.getClientRects().length > 0;
}

/** A conversation with one person, whose ID is the name in small letters. */
export function withPerson(name: string, more: Partial<Conversation> = {}): Conversation {
  const userID = name.toLowerCase();
  const known = { unreadCount: 0, isPinned: false, isMuted: false };
  return { conversationID: `C2C${userID}`, type: 'c2c', userID, name, ...known, ...more };
}

export function inGroup(name: string, more: Partial<Conversation> = {}): Conversation {
  const groupID = name.toLowerCase();
  const known = { unreadCount: 0, isPinned: false, isMuted: false };
  return { conversationID: `GROUP${groupID}`, type: 'group', groupID, name, ...known, ...more };
}

/** The same, with other values in the one of this name. */
export function changed(
  conversations: readonly Conversation[],
  name: string,
  more: Partial<Conversation>,
): Conversation[] {
  return conversations.map((one) => (one.name === name ? { ...one, ...more } : { ...one }));
}

/** This many conversations with one person each, the latest first: `Name 000`, `Name 001`. */
export function conversationsNumbered(count: number): Conversation[] {
  return Array.from({ length: count }, (_, number) =>
    withPerson(`Name ${String(number).padStart(3, '0')}`, { lastMessageTime: 100_000 - number }),
  );
}

/** A presence whose clock shows an evening some weeks after it began. */
export async function startInTheEvening(): Promise<TestPresence> {
  const presence = startPresence();
  const { environment } = presence;
  const evening = new Date(environment.now() + 40 * DAY).setHours(18, 0, 0, 0);
  await environment.pass(evening - environment.now());
  return presence;
}

/** A moment so many days before the clock's day. */
export function at(
  { environment }: TestPresence,
  days: number,
  hours: number,
  minutes = 0,
): number {
  const day = new Date(environment.now());
  day.setDate(day.getDate() - days);
  return day.setHours(hours, minutes, 0, 0);
}
