import { expect } from '@open-wc/testing';
import { PresenceError } from '../../src/presence-error.js';
import { ContactListPage, contactsNamed } from '../support/contact-list-page.js';
import { endSession, startPresence } from '../support/elements.js';

const PEOPLE = contactsNamed('Ana', 'Ben', 'Carla');
const LOST = 'Connection lost. Showing what was last known.';

const slotted = (slot: string, text: string) => {
  const element = document.createElement('p');
  element.slot = slot;
  element.textContent = text;
  return element;
};
const isShown = (element: Element) => element.getClientRects().length > 0;
const notice = (page: ContactListPage) => page.all('.notice')[0];
const button = (page: ContactListPage) => page.all('.notice button')[0];

describe('<tui-contact-list> in every state', () => {
  describe('[loading]', () => {
    it('lasts until the contacts of the engine arrive', async () => {
      const presence = startPresence();
      const page = await ContactListPage.open({ presence });
      expect(page.list.hasAttribute('loading')).to.be.true;
      expect(page.state).to.equal('Loading…');
      expect(page.all('[role=listbox]')).to.deep.equal([]);
      await expect(page.list).to.be.accessible();
      presence.source.setContacts(PEOPLE);
      presence.source.setStatus('ana', 'online');
      await page.pass(10_000);
      expect(page.list.hasAttribute('loading')).to.be.false;
      expect(page.names()).to.deep.equal(['Ana', 'Ben', 'Carla']);
      expect(page.statusOf('Ana')).to.equal('online');
      expect(page.state).to.equal('');
    });

    it('follows the contacts of the engine, and of another user after the next login', async () => {
      const presence = startPresence({ contacts: PEOPLE });
      const page = await ContactListPage.open({ presence });
      presence.source.setContacts([...PEOPLE, { userID: 'd', name: 'Dele' }]);
      await page.pass(100);
      expect(page.names()).to.deep.equal(['Ana', 'Ben', 'Carla', 'Dele']);
      const other = startPresence({ contacts: contactsNamed('Eva'), userID: 'other' });
      other.source.connect(presence.controller);
      await page.pass(100);
      expect(page.names()).to.deep.equal(['Eva']);
    });

    it('prefers the contacts of the page', async () => {
      const presence = startPresence({ contacts: PEOPLE });
      const page = await ContactListPage.open({ presence, contacts: contactsNamed('Zoe') });
      expect(page.names()).to.deep.equal(['Zoe']);
      page.list.contacts = undefined;
      await page.list.updateComplete;
      expect(page.names()).to.deep.equal(['Ana', 'Ben', 'Carla']);
    });

    it('can be worded by the page', async () => {
      const own = slotted('loading', 'One moment');
      const page = await ContactListPage.open({ slotted: [own] });
      expect(isShown(own)).to.be.true;
      expect(isShown(page.all('.skeleton')[0]!)).to.be.false;
      page.list.contacts = PEOPLE;
      await page.list.updateComplete;
      expect(isShown(own)).to.be.false;
    });
  });

  describe('empty', () => {
    it('says so', async () => {
      const page = await ContactListPage.open({ contacts: [] });
      expect(page.state).to.equal('No contacts');
      await expect(page.list).to.be.accessible();
    });

    it('can be worded by the page, but not when nothing was found', async () => {
      const own = slotted('empty', 'Invite somebody');
      const page = await ContactListPage.open({ contacts: [], slotted: [own] });
      expect(isShown(own)).to.be.true;
      page.list.contacts = PEOPLE;
      page.list.filter = 'xyz';
      await page.list.updateComplete;
      expect(isShown(own)).to.be.false;
    });
  });

  describe('unavailable', () => {
    it('says why, where to mend it and how to try again, beside the contacts', async () => {
      const page = await ContactListPage.open({ contacts: PEOPLE, statuses: { ana: 'online' } });
      const before = page.row('Ana').getBoundingClientRect().top;
      page.presence.source.fail('feature-disabled');
      await page.pass(1000);
      const { message, helpUrl } = page.presence.controller.error!;
      expect(notice(page)!.textContent).to.include(message);
      expect(page.all('.notice a')[0]!.getAttribute('href')).to.equal(helpUrl);
      expect(button(page)!.textContent).to.equal('Try again');
      expect(page.statusOf('Ana')).to.equal('unknown');
      expect(page.names()).to.deep.equal(['Ana', 'Ben', 'Carla']);
      expect(page.row('Ana').getBoundingClientRect().top).to.equal(before);
      await expect(page.list).to.be.accessible();
    });

    it('tries again when asked to', async () => {
      const page = await ContactListPage.open({ contacts: PEOPLE, statuses: { ana: 'online' } });
      page.presence.source.fail('plan-unsupported');
      await page.pass(1000);
      page.presence.source.fail(undefined);
      button(page)?.click();
      await page.pass(10_000);
      expect(notice(page)).to.equal(undefined);
      expect(page.statusOf('Ana')).to.equal('online');
    });

    for (const [by, detail] of [
      ['keyboard', 0],
      ['pointer', 1],
    ] as const) {
      it(`keeps focus and order right when it is tried again by ${by}`, async () => {
        const page = await ContactListPage.open({
          contacts: PEOPLE,
          attributes: { order: 'status' },
          statuses: { carla: 'online' },
        });
        page.presence.source.fail('feature-disabled');
        await page.pass(1000);
        expect(page.names()).to.deep.equal(['Ana', 'Ben', 'Carla']);
        button(page)!.focus();
        page.presence.source.fail(undefined);
        button(page)!.dispatchEvent(new MouseEvent('click', { bubbles: true, detail }));
        await page.pass(10_000);
        const inList = page.list.shadowRoot!.activeElement === page.scroller;
        expect(inList).to.equal(by === 'keyboard');
        page.scroller.blur();
        await page.pass(1000);
        expect(page.names()).to.deep.equal(['Carla', 'Ana', 'Ben']);
      });
    }

    for (const reason of ['user-sig-expired', 'kicked-offline'] as const) {
      it(`offers no second try after ${reason}`, async () => {
        const page = await ContactListPage.open({ contacts: PEOPLE });
        page.presence.source.fail(new PresenceError(reason, 1, 'Go <b>there</b>'));
        await page.pass(1000);
        expect(notice(page)!.textContent).to.include('Go <b>there</b>');
        expect(button(page)).to.equal(undefined);
        expect(page.all('.notice a')).to.deep.equal([]);
      });
    }

    it('goes on loading while the contacts may still come', async () => {
      const page = await ContactListPage.open();
      page.presence.source.fail('feature-disabled');
      await page.pass(1000);
      expect(page.list.loading).to.be.true;
      page.presence.source.setContacts(PEOPLE);
      await page.pass(1000);
      expect(page.names()).to.deep.equal(['Ana', 'Ben', 'Carla']);
    });

    for (const reason of ['user-sig-expired', 'kicked-offline'] as const) {
      it(`neither loads nor is empty after ${reason}, until the next login`, async () => {
        const page = await ContactListPage.open({ presence: startPresence({ contacts: PEOPLE }) });
        const { controller } = page.presence;
        endSession(controller, reason);
        await page.pass(1000);
        expect(page.list.loading).to.be.false;
        expect(page.state).to.equal('');
        expect(page.all('.skeleton, slot[name=empty]')).to.deep.equal([]);
        expect(notice(page)!.textContent.trim()).to.equal(controller.error!.message);
        const [list, words] = [page.list, notice(page)!].map((each) =>
          each.getBoundingClientRect(),
        );
        expect(words!.top - list!.top).to.be.closeTo(list!.bottom - words!.bottom, 8);
        await expect(page.list).to.be.accessible();
        startPresence({ userID: 'other', contacts: PEOPLE }).source.connect(controller);
        await page.pass(1000);
        expect(page.names()).to.deep.equal(['Ana', 'Ben', 'Carla']);
      });
    }

    it('can be worded by the page', async () => {
      const own = slotted('error', 'Ask the desk');
      const page = await ContactListPage.open({ contacts: PEOPLE, slotted: [own] });
      expect(isShown(own)).to.be.false;
      page.presence.source.fail('feature-disabled');
      await page.pass(1000);
      expect(isShown(own)).to.be.true;
      expect(isShown(notice(page)!)).to.be.false;
    });
  });

  describe('disconnected', () => {
    it('says so after a second, moves no row, and is silent again', async () => {
      const page = await ContactListPage.open({ contacts: PEOPLE, statuses: { ana: 'online' } });
      const boxes = () => page.rows.map((row) => row.getBoundingClientRect().top);
      const before = boxes();
      page.presence.source.drop();
      await page.pass(900);
      expect(notice(page)).to.equal(undefined);
      await page.pass(200);
      expect(notice(page)!.textContent).to.equal(LOST);
      expect(page.said).to.equal(LOST);
      expect(boxes()).to.deep.equal(before);
      await expect(page.list).to.be.accessible();
      page.presence.source.restore();
      await page.pass(10_000);
      expect(notice(page)).to.equal(undefined);
      expect(page.freshnessOf('Ana')).to.equal('live');
    });

    it('says nothing of a connection that is back at once', async () => {
      const page = await ContactListPage.open({ contacts: PEOPLE });
      page.presence.source.drop();
      await page.pass(500);
      page.presence.source.restore();
      await page.pass(500);
      page.presence.source.drop();
      await page.pass(600);
      expect(notice(page)).to.equal(undefined);
    });
  });

  it('has room for a header and a footer', async () => {
    const [header, footer] = [slotted('header', 'Friends'), slotted('footer', 'Invite')];
    const page = await ContactListPage.open({ contacts: PEOPLE, slotted: [header, footer] });
    const list = page.scroller.getBoundingClientRect();
    expect(header.getBoundingClientRect().bottom).to.be.at.most(list.top);
    expect(footer.getBoundingClientRect().top).to.be.at.least(list.bottom);
    expect(page.list.getBoundingClientRect().height).to.equal(600);
    expect(page.visibleRows).to.have.length(3);
  });

  describe('[announce]', () => {
    const open = (attributes: Record<string, string>) =>
      ContactListPage.open({
        contacts: PEOPLE,
        attributes,
        statuses: { ana: 'offline', ben: 'offline', carla: 'offline' },
      });

    it('is silent without it', async () => {
      const page = await open({});
      page.setStatus('ana', 'online');
      await page.pass(10_000);
      expect(page.said).to.equal('');
    });

    it('says nothing of the statuses that a list begins with', async () => {
      const page = await open({ announce: '' });
      expect(page.said).to.equal('');
    });

    it('says who has changed, and how many when they are more', async () => {
      const page = await open({ announce: '' });
      page.setStatus('ana', 'online');
      await page.pass(2000);
      expect(page.said).to.equal('Ana is now online');
      page.setStatus('ana', 'offline');
      page.setStatus('ben', 'online');
      await page.pass(10_000);
      expect(page.said).to.equal('2 people changed status');
    });

    it('says at most one line in five seconds', async () => {
      const page = await open({ announce: '' });
      const lines: string[] = [];
      for (let second = 0; second < 20; second++) {
        page.setStatus('ana', second % 2 ? 'offline' : 'online');
        page.setStatus('carla', second % 3 ? 'offline' : 'online');
        await page.pass(1000);
        if (page.said !== lines.at(-1)) lines.push(page.said);
      }
      expect(lines.length).to.be.within(1, 4);
    });
  });
});
