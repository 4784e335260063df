import { fixture, html } from '@open-wc/testing';
import '../../elements/define/tui-conversation-list.js';
import type { TuiConversationList } from '../../elements/tui-conversation-list.js';
import type { Conversation } from '../../src/contacts/index.js';
import type { ServiceStatus } from '../../src/sources/memory-source.js';
import { A_WHILE, startPresence } from './elements.js';
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

/** A conversation list as somebody sees and hears it, with a presence on the test's own clock. */
export class ConversationListPage {
  readonly list: TuiConversationList;
  readonly presence: TestPresence;

  constructor(list: TuiConversationList, presence: TestPresence) {
    this.list = list;
    this.presence = presence;
  }

  /** Opens a list 600 px tall and lets it get to know everybody's status. */
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

  /** The list as it is now is replaced by this one. */
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
    const text = this.part(name, part).firstChild!;
    range.setStart(text, from);
    range.setEnd(text, to);
    return range.getBoundingClientRect();
  }

  hasMark(name: string, part: 'muted' | 'pinned'): boolean {
    return isSeen(this.part(name, part));
  }

  /** What a row is called by those who cannot see it. */
  spoken(name: string): string {
    return heard(this.row(name));
  }

  /** What they hear after that. */
  description(name: string): string | undefined {
    return this.row(name).getAttribute('aria-description')?.replace(/\s/g, ' ');
  }

  /** The status that a row shows, `undefined` where there is no dot to be seen. */
  statusOf(name: string): string | undefined {
    const dot = this.row(name).querySelector('tui-online-dot')!;
    return isSeen(dot) ? dot.status : undefined;
  }

  freshnessOf(name: string): string {
    return this.row(name).querySelector('tui-online-dot')!.freshness;
  }

  get activeName(): string | undefined {
    const id = this.scroller.getAttribute('aria-activedescendant');
    return id === null ? undefined : this.#find(`#${id} [part=name]`)!.textContent;
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

/** The text of an element without what is hidden from those who hear it. */
function heard(element: Element): string {
  const texts = [...element.childNodes].map((node) =>
    node instanceof Element
      ? node.getAttribute('aria-hidden') !== 'true' && heard(node)
      : node.textContent,
  );
  return texts.filter(Boolean).join('');
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

/** So many conversations with one person each, the latest first: `Name 000`, `Name 001`. */
export function conversationsNumbered(count: number): Conversation[] {
  return Array.from({ length: count }, (_, number) =>
    withPerson(`Name ${String(number).padStart(3, '0')}`, { lastMessageTime: 100_000 - number }),
  );
}

/** A presence whose clock shows an evening some weeks after it began. */
export async function startInTheEvening(): Promise<TestPresence> {
  const presence = startPresence();
  const { page } = presence;
  const evening = new Date(page.now() + 40 * DAY).setHours(18, 0, 0, 0);
  await page.pass(evening - page.now());
  return presence;
}

/** A moment so many days before the clock's day. */
export function at({ page }: TestPresence, days: number, hours: number, minutes = 0): number {
  const day = new Date(page.now());
  day.setDate(day.getDate() - days);
  return day.setHours(hours, minutes, 0, 0);
}
