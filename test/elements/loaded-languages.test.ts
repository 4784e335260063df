import { expect } from '@open-wc/testing';
import { ContactListPage } from '../support/contact-list-page.js';
import {
  at,
  ConversationListPage,
  startInTheEvening,
  withPerson,
} from '../support/conversation-list-page.js';

// One page for all tests: a language that has been loaded stays. Each test loads another.
describe('a language that a page loads by itself', () => {
  it('is shown by lists that were there before it came', async () => {
    const contacts = await ContactListPage.open({
      contacts: [],
      properties: { searchable: true },
      attributes: { lang: 'de' },
    });
    const presence = await startInTheEvening();
    const conversations = await ConversationListPage.open({
      presence,
      conversations: [
        withPerson('Ana', { lastMessageTime: at(presence, 1, 9), unreadCount: 2 }),
        withPerson('Ben', { draft: 'Hallo' }),
      ],
      statuses: { ana: 'online' },
      attributes: { lang: 'de' },
    });
    expect(contacts.state).to.equal('No contacts');
    expect(conversations.spoken('Ana')).to.equal('Ana, online, 2 unread messages');

    const { default: german } = await import('../../src/i18n/languages/de.js');
    await contacts.pass(0);
    await conversations.pass(0);
    expect(contacts.state).to.equal('Keine Kontakte');
    expect(conversations.scroller.getAttribute('aria-label')).to.equal(german.conversations);
    expect(conversations.spoken('Ana')).to.equal('Ana, online, 2 ungelesene Nachrichten');
    expect(conversations.lineOf('Ben')).to.equal('[Entwurf] Hallo');
    expect(conversations.textOf('Ana', 'time')).to.equal('Gestern');
  });

  it('has words that a page in another language understands before it comes, and after', async () => {
    const page = await ContactListPage.open({
      contacts: [{ userID: 'ana', name: 'Ana' }],
      statuses: { ana: ['online', 'En réunion'] },
      attributes: { lang: 'ko' },
    });
    expect(page.rows[0]!.textContent).to.contain('회의 중');
    expect(page.rows[0]!.dataset['status']).to.equal('busy');
    await import('../../src/i18n/languages/fr.js');
    page.list.lang = 'fr';
    page.setStatus('ana', 'online', 'Bitte nicht stören');
    await page.pass(100);
    expect(page.rows[0]!.textContent).to.contain('Ne pas déranger');
    expect(page.rows[0]!.dataset['status']).to.equal('busy');
  });
});
