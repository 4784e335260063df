import { expect } from '@open-wc/testing';
import { TuiContactSelectEvent } from '../../elements/list-events.js';
import { TuiContactList } from '../../elements/tui-contact-list.js';
import { ContactListPage, contactsNamed } from '../support/contact-list-page.js';
import { A_WHILE, recordMutations } from '../support/elements.js';

const PEOPLE = contactsNamed('Carla', 'Ana', 'Björn');

describe('<tui-contact-list>', () => {
  it('is defined', () => {
    expect(document.createElement('tui-contact-list')).to.be.instanceOf(TuiContactList);
  });

  describe('rows', () => {
    it('shows and says the name and the status of each contact', async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        statuses: { ana: 'online', carla: ['offline', 'Back on Monday'] },
      });
      expect(page.names()).to.deep.equal(['Ana', 'Björn', 'Carla']);
      expect(page.statusOf('Ana')).to.equal('online');
      expect(page.freshnessOf('Ana')).to.equal('live');
      expect(page.statusOf('Björn')).to.equal('unknown');
      expect(page.spoken('Ana')).to.equal('Ana, online');
      expect(page.spoken('Björn')).to.equal('Björn, status unknown');
      expect(page.spoken('Carla')).to.equal('Carla, Back on Monday, offline');
      expect(page.row('Carla').querySelector('[part=custom-status]')!.textContent).to.equal(
        'Back on Monday',
      );
      await expect(page.list).to.be.accessible();
    });

    it('names its rows, parts and positions', async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        attributes: { label: 'Team' },
      });
      expect(page.scroller.getAttribute('role')).to.equal('listbox');
      expect(page.scroller.getAttribute('aria-label')).to.equal('Team');
      const row = page.row('Björn');
      expect(row.dataset['userId']).to.equal('björn');
      expect(row.getAttribute('aria-posinset')).to.equal('2');
      expect(row.getAttribute('aria-setsize')).to.equal('3');
      expect(row.getAttribute('aria-selected')).to.equal('false');
      for (const part of ['row', 'avatar', 'name']) {
        expect(row.parentElement!.querySelector(`[part=${part}]`), part).to.exist;
      }
    });

    it('lets a page style the parts of its dots', async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        statuses: { ana: 'online' },
      });
      const style = document.createElement('style');
      style.textContent =
        'tui-contact-list::part(online-status-online) { outline: 3px solid rgb(1, 2, 3) }';
      document.head.append(style);
      const inner = (name: string) => page.row(name).querySelector('[part~=dot]')!;
      expect(getComputedStyle(inner('Ana')).outlineColor).to.equal('rgb(1, 2, 3)');
      expect(getComputedStyle(inner('Carla')).outlineStyle).to.equal('none');
      style.remove();
    });

    it('changes only the row of the user whose status changes', async () => {
      const page = await ContactListPage.open({ contacts: PEOPLE });
      const others = [page.row('Björn'), page.row('Carla')].map(recordMutations);
      const own = recordMutations(page.row('Ana'));
      const dots = page.all('[part~=dot]').map((dot) => recordMutations(dot));
      page.setStatus('ana', 'online');
      await page.draw();
      expect(page.statusOf('Ana')).to.equal('online');
      expect(page.spoken('Ana')).to.equal('Ana, online');
      expect(own.take().length).to.be.within(1, 6);
      for (const other of others) expect(other.take()).to.deep.equal([]);
      expect(dots.filter((dot) => dot.take().length > 0)).to.have.length(1);
    });

    it('moves nothing when statuses arrive', async () => {
      const page = await ContactListPage.open({ contacts: PEOPLE });
      const boxes = () =>
        page
          .all('.avatar, [part=name], [part~=dot]')
          .map((each) => Object.values(each.getBoundingClientRect().toJSON() as object).join());
      const before = boxes();
      for (const status of ['online', 'offline', 'not-logged-in'] as const) {
        for (const { userID } of PEOPLE) page.setStatus(userID, status);
        await page.pass(A_WHILE);
        expect(page.statusOf('Ana')).to.equal(status);
        expect(boxes()).to.deep.equal(before);
      }
      page.presence.source.drop();
      await page.pass(100);
      expect(boxes()).to.deep.equal(before);
    });

    it('changes nothing when nothing has changed', async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        statuses: { ana: 'online' },
      });
      const mutations = recordMutations(page.list);
      page.setStatus('ana', 'online');
      await page.draw();
      page.list.contacts = [...PEOPLE];
      page.list.requestUpdate();
      await page.list.updateComplete;
      await page.pass(A_WHILE);
      expect(mutations.take()).to.deep.equal([]);
    });

    it('says the last known status while the connection is lost', async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        statuses: { ana: 'online' },
      });
      page.presence.source.drop();
      await page.draw();
      expect(page.statusOf('Ana')).to.equal('online');
      expect(page.freshnessOf('Ana')).to.equal('stale');
      expect(page.spoken('Ana')).to.equal('Ana, last known: online');
    });

    it('shows no dots and no statuses while statuses are switched off', async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        statuses: { ana: 'online' },
      });
      page.presence.source.switchUserStatus({ displayOnlineStatus: false });
      await page.pass(100);
      expect(page.statusOf('Ana')).to.equal(undefined);
      expect(page.spoken('Ana')).to.equal('Ana');
      page.presence.source.switchUserStatus({ displayOnlineStatus: true });
      await page.pass(A_WHILE);
      expect(page.statusOf('Ana')).to.equal('online');
      expect(page.spoken('Ana')).to.equal('Ana, online');
    });

    it('shows no status of a blocked contact, and never requests it', async () => {
      const contacts = [{ userID: 'ana', name: 'Ana', blocked: true }, ...contactsNamed('Ben')];
      const page = await ContactListPage.open({ contacts, statuses: { ana: 'online' } });
      expect(page.statusOf('Ana')).to.equal(undefined);
      expect(page.spoken('Ana')).to.equal('Ana');
      expect(page.presence.controller.stats.observed).to.equal(1);
      page.list.contacts = [{ ...contacts[0]!, blocked: false }, contacts[1]!];
      await page.pass(A_WHILE);
      expect(page.statusOf('Ana')).to.equal('online');
    });

    it('shows the remark before the name, and the ID without either', async () => {
      const contacts = [{ userID: 'a', name: 'Ana', remark: 'Boss' }, { userID: 'zoe' }];
      const page = await ContactListPage.open({ contacts });
      expect(page.names()).to.deep.equal(['Boss', 'zoe']);
    });

    it("uses the page's language", async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        statuses: { ana: 'online' },
        attributes: { lang: 'ja', 'group-by': 'status' },
      });
      expect(page.spoken('Ana')).to.equal('Ana、オンライン');
      expect(page.headings()).to.deep.equal(['オンライン 1', 'ステータス不明 2']);
      page.list.lang = 'ko';
      await Promise.resolve();
      await page.pass(100);
      expect(page.spoken('Ana')).to.equal('Ana, 온라인');
    });
  });

  describe('the data attributes of a row', () => {
    const dataOf = (page: ContactListPage, name: string) => {
      const { userId, status, freshness } = page.row(name).dataset;
      return { userId, status, freshness };
    };

    it('name the user, the status and its freshness', async () => {
      const page = await ContactListPage.open({ contacts: PEOPLE, statuses: { ana: 'online' } });
      expect(dataOf(page, 'Ana')).to.deep.equal({
        userId: 'ana',
        status: 'online',
        freshness: 'live',
      });
      page.presence.source.drop();
      await page.draw();
      expect(dataOf(page, 'Ana')).to.include({ status: 'online', freshness: 'stale' });
    });

    it('name no status of a blocked user, or while statuses are switched off', async () => {
      const blocked = { userID: 'zoe', name: 'Zoe', blocked: true };
      const page = await ContactListPage.open({
        contacts: [...PEOPLE, blocked],
        statuses: { ana: 'online', zoe: 'online' },
      });
      const none = { status: undefined, freshness: undefined };
      expect(dataOf(page, 'Zoe')).to.deep.equal({ userId: 'zoe', ...none });
      page.presence.source.switchUserStatus({ displayOnlineStatus: false });
      await page.pass(100);
      expect(dataOf(page, 'Ana')).to.deep.equal({ userId: 'ana', ...none });
      expect(page.all('[part~=dot]')).to.deep.equal([]);
    });

    it('follow a row that is reused for another user', async () => {
      const page = await ContactListPage.open({ contacts: PEOPLE, statuses: { ana: 'online' } });
      page.list.contacts = [{ userID: 'dele', name: 'Dele', blocked: true }];
      await page.list.updateComplete;
      expect(dataOf(page, 'Dele')).to.deep.equal({
        userId: 'dele',
        status: undefined,
        freshness: undefined,
      });
    });
  });

  describe('[selected]', () => {
    it('marks the row of the selected user', async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        attributes: { selected: 'björn' },
      });
      expect(page.row('Björn').getAttribute('aria-selected')).to.equal('true');
      expect(page.row('Björn').getAttribute('part')).to.equal('row row-selected');
      page.list.selected = 'ana';
      await page.list.updateComplete;
      expect(page.all('[aria-selected=true]')).to.deep.equal([page.row('Ana')]);
      expect(page.all('[part~=row-selected]')).to.deep.equal([page.row('Ana')]);
    });

    it('selects a clicked row with an event that bubbles out of the list', async () => {
      const page = await ContactListPage.open({ contacts: PEOPLE });
      const events: TuiContactSelectEvent[] = [];
      const listener = (event: TuiContactSelectEvent) => events.push(event);
      document.body.addEventListener('tui-contact-select', listener);
      page.click('Carla');
      document.body.removeEventListener('tui-contact-select', listener);
      expect(events).to.have.length(1);
      expect(events[0]).to.be.instanceOf(TuiContactSelectEvent);
      expect(events[0]!.userID).to.equal('carla');
      expect(events[0]!.contact).to.equal(PEOPLE[0]);
      expect(page.list.selected).to.equal('carla');
      await page.list.updateComplete;
      expect(page.row('Carla').getAttribute('aria-selected')).to.equal('true');
    });

    it('dispatches no event when the page selects', async () => {
      const page = await ContactListPage.open({ contacts: PEOPLE });
      let count = 0;
      page.list.addEventListener('tui-contact-select', () => (count += 1));
      page.list.selected = 'ana';
      page.list.setAttribute('selected', 'carla');
      await page.pass(100);
      expect(count).to.equal(0);
    });
  });
});
