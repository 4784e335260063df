import { expect } from '@open-wc/testing';
import { ContactListPage, contactsNamed } from '../../support/contact-list-page.js';
import { contrast } from '../../support/contrast.js';
import { ConversationListPage, withPerson } from '../../support/conversation-list-page.js';

const PEOPLE = contactsNamed('Ana', 'Ben');

describe('a selected row', () => {
  for (const scheme of ['light', 'dark']) {
    for (const dir of ['ltr', 'rtl']) {
      it(`has a bar of 3 px at its beginning, ${scheme} and ${dir}`, async () => {
        const page = await ContactListPage.open({
          contacts: PEOPLE,
          attributes: { selected: 'ana', dir, style: `color-scheme: ${scheme}; height: 300px` },
        });
        const bar = getComputedStyle(page.row('Ana'), '::before');
        const side = dir === 'ltr' ? 'left' : 'right';
        expect(bar.getPropertyValue(`border-${side}-width`)).to.equal('3px');
        expect(bar.getPropertyValue(side)).to.equal('0px');
        const { backgroundColor } = getComputedStyle(page.row('Ana'));
        const color = bar.getPropertyValue(`border-${side}-color`);
        expect(contrast(color, backgroundColor)).to.be.at.least(3);
        expect(getComputedStyle(page.row('Ben'), '::before').content).to.equal('none');
      });
    }
  }
});

describe('a row with unread messages', () => {
  it('weighs more than one that was read', async () => {
    const page = await ConversationListPage.open({
      conversations: [
        withPerson('Ana', { lastMessage: 'Hi', unreadCount: 2 }),
        withPerson('Ben', { lastMessage: 'Hi' }),
        withPerson('Carla', { lastMessage: 'Hi', unreadCount: 1, isMuted: true }),
      ],
    });
    const look = (name: string) => [
      getComputedStyle(page.part(name, 'name')).fontWeight,
      getComputedStyle(page.part(name, 'last-message')).color,
    ];
    const text = getComputedStyle(page.list).color;
    expect(look('Ana')).to.deep.equal(['600', text]);
    expect(look('Carla')).to.deep.equal(['600', text]);
    expect(look('Ben')[0]).to.equal('500');
    expect(look('Ben')[1]).not.to.equal(text);
  });
});

describe('a row with a draft', () => {
  for (const scheme of ['light', 'dark']) {
    it(`says so in a colour of its own that can be read, ${scheme}`, async () => {
      const page = await ConversationListPage.open({
        conversations: [withPerson('Ana', { draft: 'well' })],
        attributes: { selected: 'C2Cana', style: `color-scheme: ${scheme}; height: 300px` },
      });
      const word = page.part('Ana', 'last-message').previousElementSibling!;
      const { color } = getComputedStyle(word);
      expect(color).not.to.equal(getComputedStyle(page.part('Ana', 'last-message')).color);
      expect(contrast(color, getComputedStyle(page.row('Ana')).backgroundColor)).to.be.at.least(
        4.5,
      );
    });
  }

  for (const [lang, mark] of [
    ['en', '[Draft]'],
    ['zh-CN', '[草稿]'],
    ['ar', '[مسودة]'],
  ]) {
    it(`has the word for it in brackets in ${lang}`, async () => {
      const page = await ConversationListPage.open({
        conversations: [withPerson('Ana', { draft: 'well' })],
        attributes: { lang: lang! },
      });
      expect(page.lineOf('Ana')).to.equal(`${mark} well`);
    });
  }
});

describe('a list', () => {
  it('keeps a swipe that goes on at its end from the page', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE });
    expect(getComputedStyle(page.scroller).overscrollBehaviorY).to.equal('contain');
  });
});
