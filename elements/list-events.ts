import type { Contact, Conversation } from '../src/contacts/index.js';
import { NativeEvent } from '../src/native-event.js';
import type { MenuPoint } from './list/row-menu.js';

/** The user has selected a contact. */
export class TuiContactSelectEvent extends NativeEvent {
  readonly userID: string;
  readonly contact: Contact;

  /** @param original the page's own object, for the page */
  constructor(contact: Contact, original = contact) {
    super('tui-contact-select', { bubbles: true, composed: true });
    this.userID = contact.userID;
    this.contact = original;
  }
}

/** The user has selected a conversation. */
export class TuiConversationSelectEvent extends NativeEvent {
  readonly conversationID: string;
  readonly conversation: Conversation;

  /** @param original the page's own object, for the page */
  constructor(conversation: Conversation, original = conversation) {
    super('tui-conversation-select', { bubbles: true, composed: true });
    this.conversationID = conversation.conversationID;
    this.conversation = original;
  }
}

/**
 * The user asks for the menu of a contact: by a right click, a long press, the menu key or Shift+F10.
 * Cancel the event where you show a menu; the browser then shows none.
 */
export class TuiContactMenuEvent extends NativeEvent {
  readonly userID: string;
  readonly contact: Contact;
  /** Where to show the menu, in px of the viewport; for a key, the middle of the row. */
  readonly clientX: number;
  readonly clientY: number;

  /** @param original the page's own object, for the page */
  constructor(contact: Contact, { clientX, clientY }: MenuPoint, original = contact) {
    super('tui-contact-menu', { bubbles: true, composed: true, cancelable: true });
    this.userID = contact.userID;
    this.contact = original;
    this.clientX = clientX;
    this.clientY = clientY;
  }
}

/**
 * The user asks for the menu of a conversation: by a right click, a long press, the menu key or
 * Shift+F10. Cancel the event where you show a menu; the browser then shows none.
 */
export class TuiConversationMenuEvent extends NativeEvent {
  readonly conversationID: string;
  readonly conversation: Conversation;
  /** Where to show the menu, in px of the viewport; for a key, the middle of the row. */
  readonly clientX: number;
  readonly clientY: number;

  /** @param original the page's own object, for the page */
  constructor(
    conversation: Conversation,
    { clientX, clientY }: MenuPoint,
    original = conversation,
  ) {
    super('tui-conversation-menu', { bubbles: true, composed: true, cancelable: true });
    this.conversationID = conversation.conversationID;
    this.conversation = original;
    this.clientX = clientX;
    this.clientY = clientY;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'tui-contact-select': TuiContactSelectEvent;
    'tui-conversation-select': TuiConversationSelectEvent;
    'tui-contact-menu': TuiContactMenuEvent;
    'tui-conversation-menu': TuiConversationMenuEvent;
  }
}
