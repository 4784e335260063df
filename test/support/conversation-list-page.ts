import '../../elements/define/tui-conversation-list.js';
import type { TuiConversationList } from '../../elements/tui-conversation-list.js';
import type { Conversation } from '../../src/contacts/index.js';
import { isShown, startPresence } from './elements.js';
import type { TestPresence } from './elements.js';
import { ListPage } from './list-page.js';
import type { ListPageOptions } from './list-page.js';

const DAY = 86_400_000;

export interface ConversationListOptions extends ListPageOptions {
  conversations?: unknown;
}

/** A conversation list as a user perceives it, with a presence on the clock of the test. */
export class ConversationListPage extends ListPage<TuiConversationList> {
  /** Opens a list 600 px tall and waits until it knows all statuses. */
  static async open(options: ConversationListOptions = {}): Promise<ConversationListPage> {
    const list = document.createElement('tui-conversation-list');
    if ('conversations' in options) list.conversations = options.conversations as Conversation[];
    return new ConversationListPage(list, await ListPage.place(list, options));
  }

  /** Replaces the conversations. */
  async give(conversations: unknown): Promise<void> {
    this.list.conversations = conversations as Conversation[];
    await this.list.updateComplete;
  }

  part(name: string, part: string): HTMLElement {
    return this.row(name).querySelector<HTMLElement>(`[part=${part}]`)!;
  }

  /** What is written in a part of a row; `undefined` where the part is not to be seen. */
  textOf(name: string, part: 'last-message' | 'time' | 'unread'): string | undefined {
    const element = this.part(name, part);
    // Spaces differ between versions of the data behind Intl.
    return isShown(element) ? element.textContent.replace(/\s/g, ' ') : undefined;
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
    return isShown(this.part(name, part));
  }

  /** The accessible name of a row. */
  spoken(name: string): string {
    return accessibleText(this.row(name)).replace(/\s+/g, ' ').trim();
  }

  /** The accessible description of a row. */
  description(name: string): string | undefined {
    return this.row(name).getAttribute('aria-description')?.replace(/\s/g, ' ');
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

/** Ana with unread messages, a muted group, and Carla, from the latest to the earliest. */
export const TALKS: readonly Conversation[] = [
  withPerson('Ana', { lastMessage: 'See you at ten', lastMessageTime: 900, unreadCount: 3 }),
  inGroup('Design', { lastMessage: 'Ben: better now', lastMessageTime: 800, isMuted: true }),
  withPerson('Carla', { lastMessageTime: 700 }),
];

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
