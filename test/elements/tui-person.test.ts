import { expect, fixture, html } from '@open-wc/testing';
import { TuiPerson } from '../../elements/tui-person.js';
import type { Contact } from '../../src/contacts/contact.js';
import { A_WHILE, recordMutations, startPresence } from '../support/elements.js';
import { nameOf, roleOf } from '../support/online-dot.js';
import { viewReported, PersonPage } from '../support/person.js';

const VIEWS = ['line', 'avatar', 'name'] as const;

describe('<tui-person>', () => {
  afterEach(() => document.documentElement.removeAttribute('lang'));

  it('is defined', () => {
    expect(document.createElement('tui-person')).to.be.instanceOf(TuiPerson);
  });

  for (const view of VIEWS) {
    it(`passes the accessibility audit as ${view}`, async () => {
      const { person } = await PersonPage.open({ view });
      await expect(person).to.be.accessible();
    });
  }

  it('is a picture with a dot, a name and the status in words', async () => {
    const page = await PersonPage.open();
    expect(page.name).to.equal('Ana');
    expect(page.status).to.equal('Online');
    expect(page.find('[part=avatar]')!.getBoundingClientRect().width).to.equal(40);
    expect(page.dot!.matches('[part~=avatar] [part~=online-status-online]')).to.be.true;
    expect(page.dot!.getBoundingClientRect().width).to.equal(12);
    expect({ ...page.box.dataset }).to.include({
      userId: 'ana',
      status: 'online',
      freshness: 'live',
    });
  });

  it('is a picture with a dot as avatar, named as a whole', async () => {
    const page = await PersonPage.open({ view: 'avatar' });
    expect(page.name).to.equal(undefined);
    expect(page.status).to.equal(undefined);
    expect(page.dot!.matches('[part~=online-status-online]')).to.be.true;
    expect([roleOf(page.person), nameOf(page.person)]).to.deep.equal(['img', 'Ana, online']);
    page.person.view = 'line';
    await page.pass(0);
    expect([roleOf(page.person), nameOf(page.person)]).to.deep.equal([null, null]);
  });

  it('is a name with a dot as name, and no picture', async () => {
    const page = await PersonPage.open({ view: 'name' });
    expect(page.name).to.equal('Ana');
    expect(page.find('[part=avatar]')).to.equal(null);
    expect(page.dot!.matches('[part~=online-status-online]')).to.be.true;
    expect(page.spoken).to.equal('Ana, online');
  });

  it('shows and says the words of the user', async () => {
    const page = await PersonPage.open();
    page.presence.source.setStatus('ana', 'online', 'In <b>Lisbon</b>\u202E');
    await page.pass(0);
    expect(page.status).to.equal('Online · In <b>Lisbon</b>');
    expect(page.spoken).to.equal('Ana, online, In <b>Lisbon</b>');
  });

  it('says that a status is the last known, and draws it so', async () => {
    const page = await PersonPage.open();
    page.presence.source.drop();
    await page.pass(0);
    expect(page.status).to.equal('Last known: online');
    expect(page.dot!.classList.contains('stale')).to.be.true;
    expect(page.box.dataset['freshness']).to.equal('stale');
  });

  it('speaks the language around it', async () => {
    const page = await PersonPage.open({ lang: 'ja' });
    expect(page.spoken).to.equal('Ana、オンライン');
    expect(page.status).to.equal('オンライン');
  });

  for (const [status, words] of [
    ['offline', 'Offline'],
    ['not-logged-in', 'Not logged in'],
    ['unknown', 'Status unknown'],
  ] as const) {
    it(`draws ${status}`, async () => {
      const page = await PersonPage.open();
      page.presence.source.setStatus('ana', status);
      await page.pass(0);
      expect(page.status).to.equal(words);
      expect(page.dot!.matches('[part~=online-status-offline]')).to.be.true;
      expect(page.box.dataset['status']).to.equal(status);
    });
  }

  it('draws away and busy, as the page reads the words of a user', async () => {
    const page = await PersonPage.open();
    page.presence.controller.statusOf = (words) => (words === 'lunch' ? 'away' : undefined);
    page.presence.source.setStatus('ana', 'online', 'lunch');
    await page.pass(0);
    expect(page.status).to.equal('Away · lunch');
    expect(page.dot!.classList.contains('away')).to.be.true;
  });

  it('is not touched by another user', async () => {
    const page = await PersonPage.open();
    const mutations = recordMutations(page.person);
    page.presence.source.setStatus('ben', 'online');
    await page.pass(A_WHILE);
    expect(mutations.take()).to.be.empty;
  });

  for (const view of VIEWS) {
    it(`leaves the document alone in an update without a change as ${view}`, async () => {
      const page = await PersonPage.open({ view });
      const mutations = recordMutations(page.person);
      page.person.requestUpdate();
      await page.pass(0);
      expect(mutations.take()).to.be.empty;
    });
  }

  it('follows another user, and another controller', async () => {
    const page = await PersonPage.open();
    page.person.userId = 'ben';
    await page.pass(A_WHILE);
    expect(page.name).to.equal('Benny');
    expect(page.status).to.equal('Status unknown');
    const other = startPresence({ contacts: [{ userID: 'ben', name: 'Ben the Other' }] });
    other.source.setStatus('ben', 'offline');
    page.person.presence = other.controller;
    await page.pass(0);
    await other.environment.pass(A_WHILE);
    await page.pass(0);
    expect([page.name, page.status]).to.deep.equal(['Ben the Other', 'Offline']);
    expect(page.presence.controller.stats.observed).to.equal(0);
  });

  it('has neither dot nor words while statuses are switched off', async () => {
    const page = await PersonPage.open();
    page.presence.controller.switchUserStatus({ displayOnlineStatus: false });
    await page.pass(A_WHILE);
    expect([page.name, page.status, page.dot]).to.deep.equal(['Ana', undefined, null]);
    expect(page.spoken).to.equal('Ana');
    page.presence.controller.switchUserStatus({ displayOnlineStatus: true });
    await page.pass(A_WHILE);
    expect(page.status).to.equal('Online');
  });

  it('shows no status of a user whom the logged-in user has blocked', async () => {
    const contacts = [{ userID: 'ana', name: 'Ana' }];
    const presence = startPresence({ contacts });
    const page = await PersonPage.open({}, { presence });
    expect(page.status).to.equal('Online');
    presence.source.setContacts([{ ...contacts[0]!, blocked: true }]);
    await page.pass(A_WHILE);
    expect([page.status, page.dot]).to.deep.equal([undefined, null]);
    expect(presence.controller.stats.observed).to.equal(0);
  });

  it('shows no status of a blocked user in contacts with numbers as IDs, and with no contacts among them', async () => {
    const contacts = [null, { userID: 7, name: 'Ana', blocked: true }] as unknown as Contact[];
    const presence = startPresence({ contacts });
    presence.source.setStatus('7', 'online');
    const page = await PersonPage.open({ userId: '7' }, { presence });
    expect([page.name, page.status, page.dot]).to.deep.equal(['Ana', undefined, null]);
    expect(presence.environment.errors).to.deep.equal([]);
  });

  it('says nothing of a status that no one may see, and keeps a dashed ring', async () => {
    const presence = startPresence();
    presence.source.fail('feature-disabled');
    const page = await PersonPage.open({ name: 'Ana' }, { presence });
    expect(page.status).to.equal(undefined);
    expect(page.dot!.classList.contains('unknown')).to.be.true;
    const { top, height } = page.find('[part=name]')!.getBoundingClientRect();
    const picture = page.find('[part=avatar]')!.getBoundingClientRect();
    expect(top + height / 2).to.be.closeTo(picture.top + picture.height / 2, 1);
  });

  it('does not move its name when the status arrives', async () => {
    const presence = startPresence();
    presence.source.setStatus('ana', 'online');
    const parent = await fixture<HTMLElement>(
      html`<div>
        <tui-person user-id="ana" name="Ana" .presence=${presence.controller}></tui-person>
      </div>`,
    );
    const person = parent.querySelector('tui-person')!;
    await person.updateComplete;
    const page = new PersonPage(person, presence);
    expect(page.status).to.equal('');
    const before = page.find('[part=name]')!.getBoundingClientRect().top;
    await page.pass(A_WHILE);
    expect(page.status).to.equal('Online');
    expect(page.find('[part=name]')!.getBoundingClientRect().top).to.equal(before);
  });

  it('takes properties that were set before it was defined', async () => {
    class LaterPerson extends TuiPerson {}
    const person = document.createElement('later-person') as LaterPerson;
    Object.assign(person, { name: 'Ana', view: 'name' });
    const parent = await fixture(html`<div>${person}</div>`);
    customElements.define('later-person', LaterPerson);
    customElements.upgrade(parent);
    await person.updateComplete;
    expect(person.shadowRoot!.querySelector('[part=name]')!.textContent).to.equal('Ana');
    expect(person.getAttribute('view')).to.equal('name');
  });

  it('takes userid for user-id, as frameworks write it', async () => {
    const person = await fixture<TuiPerson>(html`<tui-person userid="ana"></tui-person>`);
    expect(person.userId).to.equal('ana');
  });

  describe('the subscription', () => {
    it('is live in view, and a query is enough out of view', async () => {
      const page = await PersonPage.open();
      expect(page.presence.controller.stats.held).to.equal(1);
      const far = await PersonPage.open({ style: 'position: absolute; top: 9000px' });
      expect(far.status).to.equal('Online');
      expect(far.presence.controller.stats.held).to.equal(0);
      expect(far.box.dataset['freshness']).to.equal('snapshot');
      far.person.style.top = '0';
      await viewReported();
      await far.pass(A_WHILE);
      expect(far.box.dataset['freshness']).to.equal('live');
    });

    it('ends when the element is removed, and nothing is left', async () => {
      const presence = startPresence();
      const { controller, environment } = presence;
      const { listeners } = environment;
      const page = await PersonPage.open({}, { presence });
      expect(controller.stats.observed).to.equal(1);
      page.person.remove();
      await environment.pass(A_WHILE);
      expect(controller.stats.observed).to.equal(0);
      expect(controller.listeners).to.equal(0);
      expect(environment.listeners).to.equal(listeners);
    });

    it('is no longer looked at by the browser after that', async () => {
      const { observe, unobserve } = IntersectionObserver.prototype;
      const looked = new Set<Element>();
      IntersectionObserver.prototype.observe = function (target) {
        looked.add(target);
        observe.call(this, target);
      };
      IntersectionObserver.prototype.unobserve = function (target) {
        looked.delete(target);
        unobserve.call(this, target);
      };
      try {
        const page = await PersonPage.open();
        expect([...looked]).to.deep.equal([page.box]);
        page.person.remove();
        expect(looked.size).to.equal(0);
      } finally {
        Object.assign(IntersectionObserver.prototype, { observe, unobserve });
      }
    });

    it('begins again when the element is back', async () => {
      const page = await PersonPage.open();
      const { parentElement } = page.person;
      page.person.remove();
      await page.presence.environment.pass(A_WHILE);
      page.presence.source.setStatus('ana', 'offline');
      parentElement!.append(page.person);
      await page.pass(A_WHILE);
      expect(page.status).to.equal('Offline');
      expect(page.box.dataset['freshness']).to.equal('live');
    });

    it('stays while the element is moved in the page', async () => {
      const page = await PersonPage.open();
      const { subscribeCalls } = page.presence.controller.stats;
      page.person.parentElement!.append(page.person);
      await page.pass(A_WHILE);
      expect(page.presence.controller.stats.subscribeCalls).to.equal(subscribeCalls);
      expect(page.box.dataset['freshness']).to.equal('live');
    });
  });
});
