import '../../elements/define/tui-contact-list.js';
import type { TuiContactList } from '../../elements/tui-contact-list.js';
import type { Contact } from '../../src/contacts/index.js';
import { ListPage } from './list-page.js';
import type { ListPageOptions } from './list-page.js';

export interface ContactListOptions extends ListPageOptions {
  contacts?: unknown;
}

/** A contact list as a user perceives it, with a presence on the clock of the test. */
export class ContactListPage extends ListPage<TuiContactList> {
  /** Opens a list 600 px tall and waits until it knows all statuses. */
  static async open(options: ContactListOptions = {}): Promise<ContactListPage> {
    const list = document.createElement('tui-contact-list');
    if ('contacts' in options) list.contacts = options.contacts as Contact[];
    return new ContactListPage(list, await ListPage.place(list, options));
  }

  /** Waits until the browser has noticed a change of size. */
  async resized(): Promise<void> {
    await this.list.updateComplete;
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
  }

  get search(): HTMLInputElement | null {
    return this.find<HTMLInputElement>('[part=search]');
  }

  /** The rows that can be seen, at least in part. */
  get visibleRows(): HTMLElement[] {
    const { top, bottom } = this.scroller.getBoundingClientRect();
    return this.rows.filter((row) => {
      const box = row.getBoundingClientRect();
      return box.bottom > top + 0.5 && box.top < bottom - 0.5;
    });
  }

  headings(): string[] {
    const top = (heading: HTMLElement) => heading.parentElement!.getBoundingClientRect().top;
    return this.all('[part=group]')
      .sort((one, other) => top(one) - top(other))
      .map(({ textContent }) => textContent.trim());
  }

  /** The accessible name of a row. */
  spoken(name: string): string | null {
    return this.row(name).getAttribute('aria-label');
  }

  async type(text: string): Promise<void> {
    this.search!.value = text;
    this.search!.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.list.updateComplete;
  }
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
