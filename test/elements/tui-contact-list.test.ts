import { expect, oneEvent } from '@open-wc/testing';
import { TuiContactList, TuiContactSelectEvent } from '../../elements/tui-contact-list.js';
import type { Contact } from '../../src/contacts/index.js';
import { ContactListPage, contactsNamed, contactsNumbered } from '../support/contact-list-page.js';
import { A_WHILE, recordMutations, startPresence } from '../support/elements.js';

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
      const page = await ContactListPage.open({ contacts: PEOPLE, attributes: { label: 'Team' } });
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
      const page = await ContactListPage.open({ contacts: PEOPLE, statuses: { ana: 'online' } });
      const style = document.createElement('style');
      style.textContent =
        'tui-contact-list::part(online-status-online) { outline: 3px solid rgb(1, 2, 3) }';
      document.head.append(style);
      const inner = (name: string) =>
        page.row(name).querySelector('tui-online-dot')!.shadowRoot!.querySelector('[part~=dot]')!;
      expect(getComputedStyle(inner('Ana')).outlineColor).to.equal('rgb(1, 2, 3)');
      expect(getComputedStyle(inner('Carla')).outlineStyle).to.equal('none');
      style.remove();
    });

    it('changes the row of the user whose status changes, and no other', async () => {
      const page = await ContactListPage.open({ contacts: PEOPLE });
      const others = [page.row('Björn'), page.row('Carla')].map(recordMutations);
      const own = recordMutations(page.row('Ana'));
      const dots = page.all('tui-online-dot').map((dot) => recordMutations(dot));
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
          .all('.avatar, [part=name], tui-online-dot')
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
      const page = await ContactListPage.open({ contacts: PEOPLE, statuses: { ana: 'online' } });
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
      const page = await ContactListPage.open({ contacts: PEOPLE, statuses: { ana: 'online' } });
      page.presence.source.drop();
      await page.draw();
      expect(page.statusOf('Ana')).to.equal('online');
      expect(page.freshnessOf('Ana')).to.equal('stale');
      expect(page.spoken('Ana')).to.equal('Ana, last known: online');
    });

    it('shows no dots and says names alone while the page has statuses switched off', async () => {
      const page = await ContactListPage.open({ contacts: PEOPLE, statuses: { ana: 'online' } });
      page.presence.source.switchUserStatus({ displayOnlineStatus: false });
      await page.pass(100);
      expect(page.statusOf('Ana')).to.equal(undefined);
      expect(page.spoken('Ana')).to.equal('Ana');
      page.presence.source.switchUserStatus({ displayOnlineStatus: true });
      await page.pass(A_WHILE);
      expect(page.statusOf('Ana')).to.equal('online');
      expect(page.spoken('Ana')).to.equal('Ana, online');
    });

    it('shows no status of a blocked contact, and never asks for it', async () => {
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

    it('follows the language of the page', async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        statuses: { ana: 'online' },
        attributes: { lang: 'ja', 'group-by': 'status' },
      });
      expect(page.spoken('Ana')).to.equal('Ana、オンライン');
      expect(page.headings()).to.deep.equal(['オンライン 1', '状態不明 2']);
      page.list.lang = 'ko';
      await Promise.resolve();
      await page.pass(100);
      expect(page.spoken('Ana')).to.equal('Ana, 온라인');
    });
  });

  describe('avatars', () => {
    const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
    const withAvatar = (avatar: unknown) => [{ userID: 'ana', name: 'Ana Nowak', avatar }];
    const imageOf = (page: ContactListPage) => page.rows[0]!.querySelector('img');
    const lettersOf = (page: ContactListPage) =>
      page.rows[0]!.querySelector<HTMLElement>('.letters')!;

    it('shows initials where there is no picture', async () => {
      const page = await ContactListPage.open({ contacts: withAvatar(undefined) });
      expect(imageOf(page)).to.equal(null);
      expect(lettersOf(page).dataset['letters']).to.equal('AN');
    });

    it('shows the picture in the place of the initials, and moves nothing', async () => {
      const page = await ContactListPage.open({ contacts: withAvatar(PIXEL) });
      const image = imageOf(page)!;
      const box = () => page.row('Ana Nowak').querySelector('.name')!.getBoundingClientRect().x;
      const before = box();
      if (!image.complete) await oneEvent(image, 'load');
      expect(image.alt).to.equal('');
      expect(image.loading).to.equal('lazy');
      expect(image.decoding).to.equal('async');
      expect(image.parentElement!.className).to.equal('avatar loaded');
      expect(box()).to.equal(before);
      expect(image.getBoundingClientRect().width).to.equal(40);
    });

    for (const [what, avatar] of Object.entries({ initials: undefined, picture: PIXEL })) {
      it(`has the dot in the corner of the ${what}, however large it is`, async () => {
        const page = await ContactListPage.open({ contacts: withAvatar(avatar) });
        page.list.style.setProperty('--tui-online-dot-size', '30px');
        const dot = page.row('Ana Nowak').querySelector('tui-online-dot')!;
        const face = dot.parentElement!.getBoundingClientRect();
        const { right, bottom } = dot.getBoundingClientRect();
        expect([right, bottom]).to.deep.equal([face.right, face.bottom]);
        const [x, y] = [face.x + face.width / 2, face.y + face.height / 2];
        expect(page.list.shadowRoot!.elementFromPoint(x, y)).to.equal(dot);
      });
    }

    it('shows initials again where the picture fails', async () => {
      const page = await ContactListPage.open({
        contacts: withAvatar('data:image/gif;base64,AAAA'),
      });
      const image = imageOf(page);
      if (image) await oneEvent(image, 'error');
      expect(imageOf(page)).to.equal(null);
      expect(lettersOf(page).parentElement!.className).to.equal('avatar');
    });

    for (const url of ['javascript:alert(1)', 'data:text/html,<p>', ' \tjavaScript:1', 7, {}, '']) {
      it(`does not load ${JSON.stringify(url)}`, async () => {
        const page = await ContactListPage.open({ contacts: withAvatar(url) });
        expect(imageOf(page)).to.equal(null);
        expect(lettersOf(page).dataset['letters']).to.equal('AN');
      });
    }
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

    it('follows a click, and says so with an event that leaves the list', async () => {
      const page = await ContactListPage.open({ contacts: PEOPLE });
      const events: TuiContactSelectEvent[] = [];
      const hear = (event: TuiContactSelectEvent) => events.push(event);
      document.body.addEventListener('tui-contact-select', hear);
      page.click('Carla');
      document.body.removeEventListener('tui-contact-select', hear);
      expect(events).to.have.length(1);
      expect(events[0]).to.be.instanceOf(TuiContactSelectEvent);
      expect(events[0]!.userID).to.equal('carla');
      expect(events[0]!.contact).to.equal(PEOPLE[0]);
      expect(page.list.selected).to.equal('carla');
      await page.list.updateComplete;
      expect(page.row('Carla').getAttribute('aria-selected')).to.equal('true');
    });

    it('is silent when the page selects', async () => {
      const page = await ContactListPage.open({ contacts: PEOPLE });
      let count = 0;
      page.list.addEventListener('tui-contact-select', () => (count += 1));
      page.list.selected = 'ana';
      page.list.setAttribute('selected', 'carla');
      await page.pass(100);
      expect(count).to.equal(0);
    });
  });

  describe('many contacts', () => {
    const MANY = contactsNumbered(20_000);

    it('draws the rows that are seen and few more, wherever it is scrolled to', async () => {
      const page = await ContactListPage.open({ contacts: MANY, attributes: { order: 'given' } });
      const seen: number[] = [];
      for (const top of [0, 35, 61, 700, 599_990, 1e9, 300_000, 0]) {
        page.scrollTo(top);
        const first = Math.floor((page.scroller.scrollTop - 4) / 60);
        const { length } = page.visibleRows;
        expect(length, `at ${top}`).to.be.within(10, 11);
        expect(page.visibleRows[0]!.dataset['userId'], `at ${top}`).to.equal(
          MANY[Math.max(0, first)]!.userID,
        );
        expect(page.all('[role=option]').length).to.be.below(20);
        seen.push(page.scroller.scrollHeight);
      }
      expect(new Set(seen)).to.deep.equal(new Set([20_000 * 60 + 8]));
      expect(page.list.shadowRoot!.querySelectorAll('*').length).to.be.below(200);
    });

    it('follows live those who are seen, and all others by query', async () => {
      const page = await ContactListPage.open({ contacts: MANY, attributes: { order: 'given' } });
      expect(page.presence.controller.stats.observed).to.equal(20_000);
      page.scrollTo(60_000);
      await page.pass(A_WHILE);
      page.setStatus('user1005', 'online');
      await page.draw();
      expect(page.statusOf('Name 01005')).to.equal('online');
      expect(page.freshnessOf('Name 01005')).to.equal('live');
    });

    it('shows what becomes of somebody who has just come into sight', async () => {
      const page = await ContactListPage.open({ contacts: MANY, attributes: { order: 'given' } });
      // Somebody else on the page has a subscription already.
      page.presence.controller.observe('user1005', () => undefined);
      await page.pass(A_WHILE);
      page.scrollTo(60_000);
      page.setStatus('user1005', 'online');
      await page.draw();
      expect(page.statusOf('Name 01005')).to.equal('online');
    });

    it('keeps the nodes in the order of the list once it rests', async () => {
      const page = await ContactListPage.open({
        contacts: MANY,
        attributes: { order: 'given', 'group-by': 'initial' },
      });
      for (const top of [130, 420, 1000, 777]) {
        page.scrollTo(top);
        await page.pass(1000);
        expect(page.all('[role=option]')).to.deep.equal(page.rows);
        expect(page.all('[part=group]')[0]!.parentElement!.firstElementChild).to.equal(
          page.all('[part=group]')[0],
        );
      }
    });

    it('follows the height of the list and of its rows', async () => {
      const page = await ContactListPage.open({ contacts: MANY, height: 300 });
      expect(page.visibleRows).to.have.length(5);
      page.list.style.height = '480px';
      await resized();
      expect(page.visibleRows).to.have.length(8);
      page.list.style.setProperty('--tui-row-height', '40px');
      await resized();
      expect(page.visibleRows).to.have.length(12);
      expect(page.rows[0]!.offsetHeight).to.equal(40);
      page.list.style.display = 'none';
      await resized();
      expect(page.rows).to.have.length(0);
      page.list.style.display = '';
      await resized();
      expect(page.visibleRows).to.have.length(12);
    });
  });

  describe('coming and going', () => {
    it('has no listener left after it is removed', async () => {
      const page = await ContactListPage.open({ contacts: contactsNumbered(5000) });
      const { controller, page: clock } = page.presence;
      expect(controller.stats.observed).to.equal(5000);
      page.list.remove();
      await page.pass(A_WHILE);
      expect(controller.stats.observed).to.equal(0);
      expect(controller.listeners).to.equal(0);
      const { timers } = clock;
      await clock.pass(A_WHILE);
      expect(clock.timers).to.be.at.most(timers);
    });

    it('observes nobody when it is removed before it is painted', async () => {
      const presence = startPresence();
      const list = document.createElement('tui-contact-list');
      list.presence = presence.controller;
      list.contacts = PEOPLE;
      document.body.append(list);
      await list.updateComplete;
      list.remove();
      await presence.page.pass(A_WHILE);
      expect(presence.controller.stats.observed).to.equal(0);
    });

    it('goes on after a move', async () => {
      const page = await ContactListPage.open({ contacts: PEOPLE, statuses: { ana: 'online' } });
      const { subscribeCalls } = page.presence.controller.stats;
      page.list.parentElement!.append(page.list);
      await page.pass(A_WHILE);
      expect(page.statusOf('Ana')).to.equal('online');
      expect(page.presence.controller.stats.subscribeCalls).to.equal(subscribeCalls);
      page.setStatus('ana', 'offline');
      await page.draw();
      expect(page.statusOf('Ana')).to.equal('offline');
    });

    it('switches to another controller', async () => {
      const page = await ContactListPage.open({ contacts: PEOPLE, statuses: { ana: 'online' } });
      const other = startPresence();
      other.source.setStatus('ana', 'offline');
      page.list.presence = other.controller;
      await page.list.updateComplete;
      await other.page.pass(A_WHILE);
      expect(page.statusOf('Ana')).to.equal('offline');
      expect(page.presence.controller.stats.observed).to.equal(0);
      expect(other.controller.stats.observed).to.equal(3);
    });

    it('lets go of those who are no longer listed', async () => {
      const page = await ContactListPage.open({ contacts: PEOPLE });
      page.list.contacts = contactsNamed('Ana', 'Dele');
      await page.pass(A_WHILE);
      expect(page.names()).to.deep.equal(['Ana', 'Dele']);
      expect(page.presence.controller.stats.observed).to.equal(2);
    });
  });

  describe('bad input', () => {
    for (const contacts of ['Ana', 7, {}, true, () => [], Symbol('contacts')]) {
      it(`is empty with ${String(contacts)} for contacts`, async () => {
        const page = await ContactListPage.open({ contacts });
        expect(page.state).to.equal('No contacts');
        expect(page.list.loading).to.be.false;
      });
    }

    it('leaves out what is no contact, and everybody who is there already', async () => {
      const contacts = [null, 7, 'ana', [], {}, { userID: '' }, { userID: null }, undefined];
      const page = await ContactListPage.open({
        contacts: [...contacts, ...PEOPLE, { userID: 'ana', name: 'Other' }, { userID: 12 }],
      });
      expect(page.names()).to.deep.equal(['12', 'Ana', 'Björn', 'Carla']);
    });

    it('leaves out doubles among thousands too', async () => {
      const contacts = contactsNumbered(2000);
      const page = await ContactListPage.open({ contacts: [contacts[1]!, ...contacts] });
      expect(page.names().slice(0, 2)).to.deep.equal(['Name 00000', 'Name 00001']);
      expect(page.rows[0]!.getAttribute('aria-setsize')).to.equal('2000');
      page.list.contacts = [...contacts, null as unknown as Contact];
      await page.pass(A_WHILE);
      expect(page.rows[0]!.getAttribute('aria-setsize')).to.equal('2000');
    });

    it('shows thousands as given before it has looked at all of them', async () => {
      const contacts: unknown[] = contactsNumbered(3000);
      contacts.splice(1500, 1000, null);
      const page = await ContactListPage.open({
        contacts: contacts as Contact[],
        attributes: { order: 'given' },
      });
      page.list.contacts = [...page.list.contacts!];
      await page.list.updateComplete;
      const list = page.list.renderRoot.querySelector('.list')!;
      list.scrollTop = list.scrollHeight;
      await page.pass(A_WHILE);
      expect(page.names().at(-1)).to.equal('Name 02999');
      expect(page.rows[0]!.getAttribute('aria-setsize')).to.equal('2000');
    });

    it('draws markup, steering characters and endless names as text in one row', async () => {
      const names = [
        '<img src=x onerror=alert(1)>',
        '\u202Egnp.exe\u202C',
        'x'.repeat(5000),
        'two\nlines',
        '{{name}} ${name}',
      ];
      const page = await ContactListPage.open({
        contacts: names.map((name, place) => ({ userID: String(place), name })),
        attributes: { order: 'given' },
      });
      const drawn = page.names();
      expect(drawn[0]).to.equal(names[0]);
      expect(drawn[1]).to.equal('gnp.exe');
      expect(drawn[2]!.length).to.be.below(200);
      expect(drawn[3]).to.equal('two lines');
      expect(drawn[4]).to.equal(names[4]);
      expect(page.all('img')).to.have.length(0);
      expect(new Set(page.rows.map(({ offsetHeight }) => offsetHeight))).to.deep.equal(
        new Set([60]),
      );
      expect(page.scroller.scrollWidth).to.be.at.most(page.scroller.clientWidth);
    });

    it('falls back to the defaults for attributes of nonsense', async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        attributes: {
          order: 'sideways',
          'group-by': 'colour',
          selected: '<b>',
          label: '',
          lang: '!',
        },
      });
      expect(page.list.order).to.equal('name');
      expect(page.list.groupBy).to.equal('none');
      expect(page.names()).to.deep.equal(['Ana', 'Björn', 'Carla']);
      for (const value of [7, null, Symbol('x'), Object.create(null), ['a'], () => 'x']) {
        const names = ['filter', 'selected', 'label', 'order', 'groupBy'];
        Object.assign(page.list, Object.fromEntries(names.map((name) => [name, value])));
        await page.pass(100);
        expect(page.names()).to.deep.equal(['Ana', 'Björn', 'Carla']);
        expect(page.scroller.getAttribute('aria-label')).to.equal('Contacts');
      }
    });

    it('draws words of a user without what steers, and tells nobody of them', async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        statuses: { ana: ['online', '<b>\u202Ebusy\u2066'] },
      });
      expect(page.row('Ana').querySelector('[part=custom-status]')!.textContent).to.equal(
        '<b>busy',
      );
      expect(page.spoken('Ana')).to.equal('Ana, <b>busy, online');
    });
  });
});

/** Resize observers call back within a frame of their own. */
async function resized(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}
