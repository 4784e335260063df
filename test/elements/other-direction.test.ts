import { expect } from '@open-wc/testing';
import { ContactListPage } from '../support/contact-list-page.js';
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
