import { expect } from '@open-wc/testing';
import { AvatarStackPage } from '../support/avatar-stack.js';
import { ContactListPage, contactsNamed } from '../support/contact-list-page.js';
import { ConversationListPage, withPerson } from '../support/conversation-list-page.js';
import { startPresence } from '../support/elements.js';
import { ME, OwnStatusPage } from '../support/own-status-page.js';
import { PersonPage } from '../support/person.js';

/** The texts that a browser would replace by others, which then no longer change with a status or a row. */
function translatable(element: Element): string[] {
  const walker = document.createTreeWalker(element.shadowRoot!, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode as Text;
    if (data.trim() && !parentElement!.closest('style, [translate=no]')) texts.push(data);
  }
  return texts;
}

describe('a browser that translates the page', () => {
  const [rose, ...others] = contactsNamed('Rose', 'Bill', 'Mark', 'Will', 'Grace', 'Hope', 'Faith');

  for (const [name, open] of Object.entries({
    contacts: async () => {
      const properties = { searchable: true, groupBy: 'status' };
      return (await ContactListPage.open({ contacts: [rose!, ...others], properties })).list;
    },
    'a list that is empty': async () => (await ContactListPage.open({ contacts: [] })).list,
    conversations: async () => {
      const conversations = [withPerson('Rose', { draft: 'May', mention: 'me', unreadCount: 3 })];
      return (await ConversationListPage.open({ conversations })).list;
    },
    'a person': async () => (await PersonPage.open({ person: rose! })).person,
    'a person in running text': async () =>
      (await PersonPage.open({ person: rose!, view: 'name' })).person,
    'a stack': async () => (await AvatarStackPage.open({ contacts: [rose!, ...others] })).stack,
    'the own status': async () => {
      const presence = startPresence({ userID: ME, contacts: [{ userID: ME, name: 'Rose' }] });
      return (await OwnStatusPage.open({ presence })).element;
    },
  })) {
    it(`leaves the words of ${name} alone`, async () => {
      const element = await open();
      expect(element.shadowRoot!.textContent.trim()).not.to.equal('');
      expect(translatable(element)).to.deep.equal([]);
    });
  }
});
