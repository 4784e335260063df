import { expect, fixture, html } from '@open-wc/testing';
import { TuiAvatarStack } from '../../elements/tui-avatar-stack.js';
import { AvatarStackPage } from '../support/avatar-stack.js';
import { contactsNamed, contactsNumbered } from '../support/contact-list-page.js';
import { A_WHILE, recordMutations, startPresence } from '../support/elements.js';

const PEOPLE = contactsNamed('Ana', 'Ben', 'Carla', 'Dele', 'Eva', 'Fay', 'Gus');

const ringOf = (button: HTMLElement) =>
  getComputedStyle(button.querySelector('.ring')!).borderTopColor;

describe('<tui-avatar-stack>', () => {
  it('is defined', () => {
    expect(document.createElement('tui-avatar-stack')).to.be.instanceOf(TuiAvatarStack);
  });

  it('passes the accessibility audit, closed and open', async () => {
    const page = await AvatarStackPage.open({ contacts: PEOPLE, count: true }, { online: ['ben'] });
    await expect(page.stack).to.be.accessible();
    await page.openRest();
    await expect(page.stack).to.be.accessible();
  });

  it('shows five people, who is online first, and a button for the rest', async () => {
    const page = await AvatarStackPage.open({ contacts: PEOPLE }, { online: ['eva', 'ben'] });
    expect(page.userIDs).to.deep.equal(['ben', 'eva', 'ana', 'carla', 'dele']);
    expect(page.spoken.slice(0, 3)).to.deep.equal([
      'Ben, online',
      'Eva, online',
      'Ana, status unknown',
    ]);
    expect(page.more!.textContent.trim()).to.equal('+2');
    expect(page.more!.getAttribute('aria-label')).to.equal('2 more people');
    const rest = page.find(`#${page.more!.getAttribute('aria-describedby')}`)!;
    expect(rest.textContent).to.equal('Fay, Gus');
    expect(page.find('[role=group]')!.getAttribute('aria-label')).to.equal('Contacts');
  });

  it('has the sign before the number from right to left, too', async () => {
    const page = await AvatarStackPage.open({ contacts: PEOPLE }, { dir: 'rtl' });
    const parts = page.find('.number')!.childNodes;
    const texts = [...parts].filter((node): node is Text => node instanceof Text && !!node.data);
    const leftOf = (text: Text, place: number) => {
      const letter = document.createRange();
      letter.setStart(text, place);
      letter.setEnd(text, place + 1);
      return letter.getBoundingClientRect().left;
    };
    const last = texts.at(-1)!;
    expect(texts.map(({ data }) => data).join('')).to.equal('+2');
    expect(leftOf(texts[0]!, 0)).to.be.below(leftOf(last, last.length - 1));
  });

  it('shows the friends of the source by name where the page gives no one', async () => {
    const presence = startPresence({ contacts: contactsNamed('Carla', 'Ana', 'Björn') });
    const page = await AvatarStackPage.open({ label: 'Friends' }, { presence, online: ['carla'] });
    expect(page.userIDs).to.deep.equal(['carla', 'ana', 'björn']);
    expect(page.find('[role=group]')!.getAttribute('aria-label')).to.equal('Friends');
    expect(page.more).to.equal(null);
    presence.source.setContacts(contactsNamed('Ana'));
    await page.pass(0);
    expect(page.userIDs).to.deep.equal(['ana']);
  });

  it('loads the names and pictures of people who are given by ID alone', async () => {
    const presence = startPresence({
      persons: [{ userID: '1', name: 'Ana' }],
      contacts: [{ userID: '2', name: 'Ben', remark: 'Benny' }],
    });
    const page = await AvatarStackPage.open({ userIDs: ['3', '2', '1'] }, { presence });
    expect(page.spoken.map((text) => text.split(',')[0])).to.deep.equal(['3', 'Benny', 'Ana']);
  });

  it('loads the profiles of as many people as a call takes, besides those in view', async () => {
    const presence = startPresence();
    const wanted: number[] = [];
    const { directory } = presence.controller;
    const observePerson = directory.observePerson.bind(directory);
    directory.observePerson = (userIDs, listener) => {
      wanted.push(userIDs.length);
      return observePerson(userIDs, listener);
    };
    const userIDs = contactsNumbered(3000).map(({ userID }) => userID);
    await AvatarStackPage.open({ userIDs }, { presence });
    expect(wanted).to.deep.equal([105]);
  });

  it('says how many are online, and follows', async () => {
    const page = await AvatarStackPage.open(
      { contacts: PEOPLE, count: true },
      { online: ['ana', 'gus'] },
    );
    expect(page.count).to.equal('2 of 7 online');
    page.setStatus('ben', 'online');
    await page.pass(0);
    expect(page.count).to.equal('3 of 7 online');
    page.stack.lang = 'ar';
    page.stack.requestUpdate();
    await page.pass(0);
    // Engines differ in the digits of the language.
    expect(page.count).to.match(/^متصل: [3٣] من [7٧]$/);
  });

  it('counts no one while nothing is known', async () => {
    const presence = startPresence();
    presence.source.fail('feature-disabled');
    const page = await AvatarStackPage.open({ contacts: PEOPLE, count: true }, { presence });
    expect(page.count).to.equal(undefined);
    expect(page.userIDs).to.have.length(5);
    const off = startPresence({ displayOnlineStatus: false });
    const other = await AvatarStackPage.open({ contacts: PEOPLE, count: true }, { presence: off });
    expect(other.count).to.equal(undefined);
    expect(other.spoken[0]).to.equal('Ana');
  });

  it('shows by a ring who is online, and dots only where they are asked for', async () => {
    const page = await AvatarStackPage.open({ contacts: PEOPLE }, { online: ['ana'] });
    const [ana, ben] = page.people;
    expect(ringOf(ana!)).to.equal('rgb(15, 145, 80)');
    expect(ringOf(ben!)).to.equal('rgba(0, 0, 0, 0)');
    expect(page.find('[part~=dot]')).to.equal(null);
    const left = (button: HTMLElement) => button.getBoundingClientRect().left;
    expect(left(ben!) - left(ana!)).to.equal(38);
    page.stack.dots = true;
    await page.pass(0);
    expect(ringOf(page.people[0]!)).to.equal('rgba(0, 0, 0, 0)');
    const dots = page.people.map((button) => button.querySelector('[part~=dot]')!);
    expect(dots[0]!.matches('[part~=online-status-online]')).to.be.true;
    expect(dots[1]!.matches('[part~=online-status-offline]')).to.be.true;
    // No dot is under the next picture.
    const next = page.people[1]!.querySelector('.avatar')!.getBoundingClientRect();
    expect(dots[0]!.getBoundingClientRect().right).to.be.at.most(next.left);
  });

  it('shows who is away or busy by a ring of its own colour, and a lost connection by grey', async () => {
    const page = await AvatarStackPage.open({ contacts: PEOPLE, count: true });
    page.presence.controller.statusOf = (words) => (words === 'lunch' ? 'away' : undefined);
    page.setStatus('ana', 'online', 'lunch');
    await page.pass(A_WHILE);
    expect(page.spoken[0]).to.equal('Ana, away, lunch');
    expect(ringOf(page.people[0]!)).to.equal('rgb(168, 93, 0)');
    expect(page.count).to.equal('1 of 7 online');
    page.presence.source.drop();
    await page.pass(0);
    expect(ringOf(page.people[0]!)).to.equal('rgb(115, 125, 140)');
    expect(page.spoken[0]).to.equal('Ana, last known: away, lunch');
  });

  it('lists only who is online with show="online", away and busy too', async () => {
    const page = await AvatarStackPage.open(
      { contacts: PEOPLE, show: 'online', count: true },
      { online: ['eva', 'gus'] },
    );
    expect(page.userIDs).to.deep.equal(['eva', 'gus']);
    expect(page.count).to.equal('2 of 7 online');
    page.setStatus('eva', 'offline');
    page.setStatus('gus', 'offline');
    await page.pass(0);
    expect(page.userIDs).to.be.empty;
    expect(page.find('[role=group]')).to.equal(null);
    expect(page.count).to.equal('0 of 7 online');
  });

  it('hides the status of who is blocked, also in its order and count', async () => {
    const contacts = PEOPLE.map((each) =>
      each.userID === 'gus' ? { ...each, blocked: true } : each,
    );
    const page = await AvatarStackPage.open({ contacts, count: true, max: 9 }, { online: ['gus'] });
    expect(page.userIDs.at(-1)).to.equal('gus');
    expect(page.spoken.at(-1)).to.equal('Gus');
    expect(page.count).to.equal('0 of 7 online');
  });

  it('hides the status of a friend who is blocked and given by ID alone', async () => {
    const presence = startPresence({ contacts: [{ userID: 'ana', name: 'Ana', blocked: true }] });
    const properties = { userIDs: ['ana', 'ben'], count: true };
    const page = await AvatarStackPage.open(properties, { presence, online: ['ana', 'ben'] });
    expect(page.spoken).to.deep.equal(['ben, online', 'Ana']);
    expect(page.count).to.equal('1 of 2 online');
    expect(presence.controller.stats.observed).to.equal(1);
    presence.source.setContacts([{ userID: 'ana', name: 'Ana' }]);
    await page.pass(A_WHILE);
    expect(page.spoken).to.deep.equal(['Ana, online', 'ben, online']);
  });

  it('has the names that are known when it comes back to the page', async () => {
    const presence = startPresence({ contacts: [{ userID: 'ana', name: 'Ana', remark: 'Boss' }] });
    const page = await AvatarStackPage.open({ userIDs: ['ana'] }, { presence });
    expect(page.spoken).to.deep.equal(['Boss, status unknown']);
    const parent = page.stack.parentElement!;
    page.stack.remove();
    presence.source.setContacts([{ userID: 'ana', name: 'Ana' }]);
    parent.append(page.stack);
    await page.pass(A_WHILE);
    expect(page.spoken).to.deep.equal(['Ana, status unknown']);
  });

  it('is not touched by an update without a change', async () => {
    const page = await AvatarStackPage.open({ contacts: PEOPLE, count: true }, { online: ['ana'] });
    const mutations = recordMutations(page.stack);
    page.stack.requestUpdate();
    page.setStatus('someone-else', 'online');
    await page.pass(A_WHILE);
    expect(mutations.take()).to.be.empty;
  });

  describe('the order', () => {
    it('waits while the pointer moves over the stack, for five seconds', async () => {
      const page = await AvatarStackPage.open({ contacts: PEOPLE, count: true });
      page.point();
      page.setStatus('carla', 'online');
      await page.pass(0);
      expect(page.userIDs[0]).to.equal('ana');
      expect(page.spoken[2]).to.equal('Carla, online');
      expect(page.count).to.equal('1 of 7 online');
      await page.pass(4900);
      expect(page.userIDs[0]).to.equal('ana');
      await page.pass(200);
      expect(page.userIDs[0]).to.equal('carla');
    });

    it('keeps who has gone offline in its place meanwhile', async () => {
      const page = await AvatarStackPage.open(
        { contacts: PEOPLE, show: 'online' },
        { online: ['ana', 'ben'] },
      );
      page.point();
      page.setStatus('ana', 'offline');
      await page.pass(0);
      expect(page.userIDs).to.deep.equal(['ana', 'ben']);
      expect(page.spoken[0]).to.equal('Ana, offline');
      await page.pass(5100);
      expect(page.userIDs).to.deep.equal(['ben']);
    });

    it('of another array of the same people waits, and another wish does not', async () => {
      const page = await AvatarStackPage.open({ contacts: PEOPLE }, { online: ['ben'] });
      page.point();
      page.stack.contacts = [...PEOPLE].reverse().slice(1);
      await page.pass(0);
      expect(page.userIDs).to.deep.equal(['ben', 'ana', 'carla', 'dele', 'eva']);
      page.stack.show = 'online';
      await page.pass(0);
      expect(page.userIDs).to.deep.equal(['ben']);
    });
  });

  describe('the subscriptions', () => {
    it('are live for those with a picture, and queries for the rest', async () => {
      const page = await AvatarStackPage.open({ contacts: contactsNumbered(30) });
      const { stats } = page.presence.controller;
      expect(stats.observed).to.equal(30);
      expect(stats.live).to.equal(5);
    });

    it('end with the element, and nothing is left', async () => {
      const presence = startPresence();
      const { controller, environment } = presence;
      const { listeners } = environment;
      const page = await AvatarStackPage.open({ contacts: PEOPLE }, { presence });
      await page.openRest();
      page.stack.remove();
      await environment.pass(A_WHILE);
      expect(controller.stats.observed).to.equal(0);
      expect(controller.listeners).to.equal(0);
      expect(environment.listeners).to.equal(listeners);
    });

    it('follow another controller', async () => {
      const page = await AvatarStackPage.open({ contacts: PEOPLE });
      const other = startPresence();
      other.source.setStatus('gus', 'online');
      page.stack.presence = other.controller;
      await page.pass(0);
      await other.environment.pass(A_WHILE);
      await page.pass(0);
      expect(page.userIDs[0]).to.equal('gus');
      expect(page.presence.controller.stats.observed).to.equal(0);
    });
  });

  it('is empty before the friends arrive, as high as with them', async () => {
    const presence = startPresence();
    const page = await AvatarStackPage.open({}, { presence });
    const { height } = page.stack.getBoundingClientRect();
    expect(page.userIDs).to.be.empty;
    presence.source.setContacts(PEOPLE);
    await page.pass(0);
    expect(page.stack.getBoundingClientRect().height).to.equal(height);
  });

  it('takes attributes', async () => {
    const stack = await fixture<TuiAvatarStack>(
      html`<tui-avatar-stack max="3" show="online" count dots label="Team"></tui-avatar-stack>`,
    );
    const { max, show, count, dots, label } = stack;
    expect([max, show, count, dots, label]).to.deep.equal([3, 'online', true, true, 'Team']);
  });
});
