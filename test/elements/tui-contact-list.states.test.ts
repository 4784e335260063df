import { expect, nextFrame } from '@open-wc/testing';
import { PresenceError } from '../../src/presence-error.js';
import { ContactListPage, contactsNamed } from '../support/contact-list-page.js';
import { endSession, isShown, slotted, startPresence } from '../support/elements.js';

const PEOPLE = contactsNamed('Ana', 'Ben', 'Carla');
const LOST = 'Connection lost. Showing last known status.';

const FINAL = [
  ['user-sig-expired', 'Your login has expired. Log in again.'],
  ['kicked-offline', 'This account is in use in another tab or device.'],
] as const;

const notice = (page: ContactListPage) => page.all('.notice')[0];
const button = (page: ContactListPage) => page.all('.notice button')[0];

describe('<tui-contact-list> in every state', () => {
  it('shows what is true after a refusal that was over before the next frame', async () => {
    const page = await ContactListPage.open({ contacts: PEOPLE, statuses: { ana: 'online' } });
    const { source, environment } = page.presence;
    expect(page.freshnessOf('Ana')).to.equal('live');
    environment.isPainted = false;
    source.fail('feature-disabled');
    await page.list.updateComplete;
    expect(page.statusOf('Ana')).to.equal('unknown');
    source.fail(undefined);
    await page.pass(2000);
    environment.isPainted = true;
    await page.draw();
    expect(page.statusOf('Ana')).to.equal('online');
    expect(page.freshnessOf('Ana')).to.equal('live');
  });

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

    it('shows the contacts of the source, and those of another user after the next login', async () => {
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

  describe('unavailable', () => {
    it('says so to users, without the words for developers, and offers a retry', async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        statuses: { ana: 'online' },
      });
      const before = page.row('Ana').getBoundingClientRect().top;
      page.presence.source.fail('feature-disabled');
      await page.pass(1000);
      expect(page.presence.controller.error!.message).to.include('console');
      expect(notice(page)!.textContent).to.match(/^Status not available\.\s+Try again\s*$/);
      expect(page.all('.notice a')).to.deep.equal([]);
      expect(page.said).to.equal('Status not available.');
      expect(button(page)!.textContent.trim()).to.equal('Try again');
      expect(page.statusOf('Ana')).to.equal('unknown');
      expect(page.names()).to.deep.equal(['Ana', 'Ben', 'Carla']);
      expect(page.row('Ana').getBoundingClientRect().top).to.equal(before);
      await expect(page.list).to.be.accessible();
    });

    it('retries when the button is clicked', async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        statuses: { ana: 'online' },
      });
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
      it(`keeps focus and order right after a retry by ${by}`, async () => {
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
        expect(page.list.shadowRoot!.activeElement).to.equal(page.scroller);
        page.scroller.blur();
        await page.pass(1000);
        expect(page.names()).to.deep.equal(['Carla', 'Ana', 'Ben']);
      });
    }

    for (const [reason, words] of FINAL) {
      it(`offers no retry after ${reason}`, async () => {
        const page = await ContactListPage.open({ contacts: PEOPLE });
        page.presence.source.fail(new PresenceError(reason, 1, 'Go <b>there</b>'));
        await page.pass(1000);
        expect(notice(page)!.textContent.trim()).to.equal(words);
        expect(button(page)).to.equal(undefined);
        expect(page.all('.notice a')).to.deep.equal([]);
      });
    }

    it('keeps loading while contacts may still arrive', async () => {
      const page = await ContactListPage.open();
      page.presence.source.fail('feature-disabled');
      await page.pass(1000);
      expect(page.list.loading).to.be.true;
      page.presence.source.setContacts(PEOPLE);
      await page.pass(1000);
      expect(page.names()).to.deep.equal(['Ana', 'Ben', 'Carla']);
    });

    for (const [reason, words] of FINAL) {
      it(`is neither loading nor empty after ${reason}, until the next login`, async () => {
        const page = await ContactListPage.open({
          presence: startPresence({ contacts: PEOPLE }),
        });
        const { controller } = page.presence;
        endSession(controller, reason);
        await page.pass(1000);
        expect(page.list.loading).to.be.false;
        expect(page.state).to.equal('');
        expect(page.all('.skeleton, slot[name=empty]')).to.deep.equal([]);
        expect(notice(page)!.textContent.trim()).to.equal(words);
        const [list, line] = [page.list, notice(page)!].map((each) => each.getBoundingClientRect());
        expect(line!.top - list!.top).to.be.closeTo(list!.bottom - line!.bottom, 8);
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
    it('says so after a second, moves no row, and stops when the connection is back', async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        statuses: { ana: 'online' },
      });
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
      expect(page.said).to.equal('Connected again.');
      expect(page.freshnessOf('Ana')).to.equal('live');
    });

    it('is announced once on a page with two lists, by one that is displayed', async () => {
      const presence = startPresence();
      const pages = [
        await ContactListPage.open({ contacts: PEOPLE, presence }),
        await ContactListPage.open({ contacts: PEOPLE, presence }),
        await ContactListPage.open({ contacts: PEOPLE, presence }),
      ];
      pages[0]!.list.hidden = true;
      presence.source.drop();
      await pages[0]!.pass(1100);
      expect(pages.map((page) => notice(page)?.textContent)).to.deep.equal([LOST, LOST, LOST]);
      expect(pages.map(({ said }) => said)).to.deep.equal(['', LOST, '']);
      presence.source.restore();
      await pages[0]!.pass(1100);
      expect(pages.map(({ said }) => said)).to.deep.equal(['', 'Connected again.', '']);
    });

    it('is in the language of the list, also after that has changed', async () => {
      const page = await ContactListPage.open({ contacts: PEOPLE, attributes: { lang: 'ja' } });
      page.presence.source.drop();
      await page.pass(1100);
      expect(notice(page)!.textContent).to.include('接続が切れました');
      page.list.lang = 'ko';
      await nextFrame();
      await page.pass(0);
      expect(notice(page)!.textContent).to.include('연결이 끊겼습니다');
      page.presence.source.restore();
      page.presence.source.fail('plan-unsupported');
      await page.pass(0);
      expect(notice(page)!.textContent).to.include('상태를 표시할 수 없습니다');
    });

    it('calls no status last known that never was', async () => {
      const page = await ContactListPage.open({ contacts: PEOPLE });
      page.presence.source.drop();
      await page.pass(1100);
      expect(page.spoken('Ana')).to.equal('Ana, status unknown');
    });

    it('does not mention a connection that is back at once', async () => {
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
});
