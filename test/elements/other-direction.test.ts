import { expect } from '@open-wc/testing';
import { AvatarStackPage } from '../support/avatar-stack.js';
import { ContactListPage, contactsNamed } from '../support/contact-list-page.js';
import { ConversationListPage, withPerson } from '../support/conversation-list-page.js';
import { OwnStatusPage } from '../support/own-status-page.js';

/** Asserts that a text has no room in its box, and that what is seen of it is its beginning. */
function expectBeginning(box: HTMLElement): void {
  const text = document.createTreeWalker(box, NodeFilter.SHOW_TEXT).nextNode()!;
  const letter = document.createRange();
  letter.setStart(text, 0);
  letter.setEnd(text, 1);
  const seen = letter.getBoundingClientRect();
  const { left, right } = box.getBoundingClientRect();
  expect(box.scrollWidth).to.be.above(box.clientWidth);
  expect(seen.left).to.be.at.least(left - 0.5);
  expect(seen.right).to.be.at.most(right + 0.5);
}

describe('a long text of the other direction', () => {
  for (const [dir, words] of [
    ['rtl', 'In a long meeting about the next release and what will follow it'],
    ['ltr', 'في اجتماع طويل حول الإصدار القادم وما سيأتي بعده في هذا العام'],
  ] as const) {
    it(`begins in the heading of a group, ${dir}`, async () => {
      const page = await ContactListPage.open({
        contacts: [{ userID: 'ana', name: 'Ana', groups: [words] }],
        attributes: { 'group-by': 'group', dir },
        width: 200,
      });
      expectBeginning(page.all('.label')[0]!);
    });

    it(`begins in a line of the menu, ${dir}`, async () => {
      const parent = document.createElement('div');
      parent.dir = dir;
      const page = await OwnStatusPage.open({ parent });
      page.presence.source.setStatus('me', 'online', words);
      await page.pass(1000);
      await page.openMenu();
      expectBeginning(page.find('.hint')!);
    });
  }
});

/** Asserts that the first and the last sign of a text inside an element are at its left and its right end. */
function expectReadFromLeft(element: HTMLElement, selector: string): void {
  const box = element.shadowRoot!.querySelector(selector)!;
  const text = document.createTreeWalker(box, NodeFilter.SHOW_TEXT, ({ nodeValue }) =>
    nodeValue!.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP,
  );
  const shown = text.nextNode()!;
  const sign = document.createRange();
  const placeOf = (index: number): number => {
    sign.setStart(shown, index);
    sign.setEnd(shown, index + 1);
    return sign.getBoundingClientRect().left;
  };
  const words = shown.nodeValue!;
  const places = [...words].map((_, index) => placeOf(index));
  expect(placeOf(0), words).to.equal(Math.min(...places));
  expect(placeOf(words.length - 1), words).to.equal(Math.max(...places));
}

describe('the words on a page in Hebrew, which are English', () => {
  const attributes = { lang: 'he', dir: 'rtl' };

  it('say in order how many of a stack are online', async () => {
    const contacts = contactsNamed('Ana', 'Ben');
    const page = await AvatarStackPage.open({ contacts, count: true }, { dir: 'rtl' });
    expectReadFromLeft(page.stack, '.count');
  });

  it('say in order what was not found', async () => {
    const properties = { filter: 'zoe' };
    const contacts = contactsNamed('Ana');
    const page = await ContactListPage.open({ contacts, attributes, properties, width: 600 });
    expectReadFromLeft(page.list, '.empty-text');
  });

  it('say in order what is wrong', async () => {
    const page = await ContactListPage.open({
      contacts: contactsNamed('Ana'),
      attributes,
      width: 600,
    });
    page.presence.source.drop();
    await page.pass(2000);
    expectReadFromLeft(page.list, '.notice');
    page.presence.source.fail('feature-disabled');
    await page.pass(2000);
    expectReadFromLeft(page.list, '.notice');
  });

  it('say in order how many conversations are new', async () => {
    const page = await ConversationListPage.open({
      conversations: [withPerson('Ana', { lastMessageTime: 1 })],
      attributes,
    });
    page.point(true);
    await page.give([
      withPerson('Dele', { lastMessageTime: 2 }),
      withPerson('Ana', { lastMessageTime: 1 }),
    ]);
    expectReadFromLeft(page.list, '[part=new]');
  });
});
