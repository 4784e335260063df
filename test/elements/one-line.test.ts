import { expect } from '@open-wc/testing';
import { ContactListPage, contactsNamed } from '../support/contact-list-page.js';
import { ConversationListPage, withPerson } from '../support/conversation-list-page.js';
import { OwnStatusPage } from '../support/own-status-page.js';
import { PersonPage } from '../support/person.js';

/** Letters of many scripts reach so far above and below a line, in px. */
const ROOM = 4;

/** What is shown above and below the line of an element, without a place in the layout. */
function expectRoom(element: Element): void {
  const style = getComputedStyle(element);
  for (const side of ['Top', 'Bottom'] as const) {
    const padding = Number.parseFloat(style[`padding${side}`]);
    expect(padding, `${element.className} ${side}`).to.be.at.least(ROOM);
    expect(Number.parseFloat(style[`margin${side}`]), side).to.equal(-padding);
  }
  expect(style.overflow).to.equal('hidden');
  expect(style.textOverflow).to.equal('ellipsis');
}

describe('a line that ends in an ellipsis hides nothing of tall letters', () => {
  it('in the rows and headings of contacts', async () => {
    const page = await ContactListPage.open({
      contacts: contactsNamed('ပြည့်ဖြိုး'),
      statuses: { ပြည့်ဖြိုး: ['online', 'ที่ประชุม'] },
      attributes: { 'group-by': 'status' },
    });
    for (const selector of ['.name', '.line', '.label']) expectRoom(page.all(selector)[0]!);
    const words = page.all('.words')[0]!.getBoundingClientRect();
    expect(words.height).to.be.closeTo(20 + 18, 0.1);
  });

  it('in the rows of conversations', async () => {
    const page = await ConversationListPage.open({
      conversations: [withPerson('Ễ', { draft: 'ที่', mention: 'me' })],
    });
    for (const selector of ['.name', '.mention', '.draft', '.line']) {
      expectRoom(page.rows[0]!.querySelector(selector)!);
    }
    expect(page.row('Ễ').querySelector('.words')!.getBoundingClientRect().height).to.be.closeTo(
      20 + 18,
      0.1,
    );
  });

  it('in a person', async () => {
    const page = await PersonPage.open();
    page.presence.source.setStatus('ana', 'online', 'ที่ประชุม');
    await page.pass(1000);
    for (const selector of ['.name', '.word', '.own']) expectRoom(page.find(selector)!);
    expect(page.find('.words')!.getBoundingClientRect().height).to.be.closeTo(20 + 18, 0.1);
  });

  it('in the own status', async () => {
    const page = await OwnStatusPage.open();
    for (const selector of ['.name', '.line']) expectRoom(page.find(selector)!);
    expect(page.find('.words')!.getBoundingClientRect().height).to.be.closeTo(20 + 18, 0.1);
  });
});
