import { expect } from '@open-wc/testing';
import { ContactListPage, contactsNamed } from '../support/contact-list-page.js';

const PEOPLE = contactsNamed('Carla', 'ana', 'Björn', 'Zoë', 'Ana B');

/** Longer than an order waits after the list is left. */
const CALM = 1000;

describe('the deferred order of <tui-contact-list>', () => {
  const open = () =>
    ContactListPage.open({
      contacts: PEOPLE,
      attributes: { order: 'status', 'group-by': 'status' },
      statuses: { carla: 'online' },
    });
  const BEFORE = ['Carla', 'ana', 'Ana B', 'Björn', 'Zoë'];
  const AFTER = ['Carla', 'Zoë', 'ana', 'Ana B', 'Björn'];

  it('waits until five seconds after the last movement of the pointer', async () => {
    const page = await open();
    page.point(true);
    page.setStatus('zoë', 'online');
    await page.pass(4000);
    page.point(true);
    await page.pass(4900);
    expect(page.names()).to.deep.equal(BEFORE);
    await page.pass(200);
    expect(page.names()).to.deep.equal(AFTER);
  });

  it('waits until shortly after the pointer has left the list', async () => {
    const page = await open();
    page.point(true);
    page.setStatus('zoë', 'online');
    await page.pass(1000);
    expect(page.names()).to.deep.equal(BEFORE);
    expect(page.statusOf('Zoë')).to.equal('online');
    expect(page.spoken('Zoë')).to.equal('Zoë, online');
    page.point(false);
    await page.pass(0);
    expect(page.names()).to.deep.equal(BEFORE);
    await page.pass(CALM);
    expect(page.names()).to.deep.equal(AFTER);
  });

  it('keeps waiting when the pointer comes back at once', async () => {
    const page = await open();
    page.point(true);
    page.setStatus('zoë', 'online');
    await page.pass(0);
    page.point(false);
    await page.pass(100);
    page.point(true);
    await page.pass(CALM);
    expect(page.names()).to.deep.equal(BEFORE);
  });

  it('waits after a key, and not for a mere focus', async () => {
    const page = await open();
    page.focus();
    page.setStatus('zoë', 'online');
    await page.draw();
    expect(page.names()).to.deep.equal(AFTER);
    page.press('ArrowDown');
    page.setStatus('carla', 'offline');
    await page.pass(4900);
    expect(page.names()).to.deep.equal(AFTER);
    await page.pass(200);
    expect(page.names()).to.deep.equal(['Zoë', 'Carla', 'ana', 'Ana B', 'Björn']);
    expect(page.headings()).to.deep.equal(['Online 1', 'Offline 1', 'Status unknown 3']);
  });

  /** Each heading with the statuses of the rows under it. */
  const sections = (page: ContactListPage) =>
    page
      .all('[role=group]')
      .sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
      .map((group) => [
        group.getAttribute('aria-label'),
        ...[...group.querySelectorAll<HTMLElement>('[role=option]')].map(
          ({ dataset }) => dataset['status'],
        ),
      ]);

  it('counts under each heading only those whom it is true of', async () => {
    const page = await ContactListPage.open({
      contacts: PEOPLE,
      attributes: { 'group-by': 'status' },
      statuses: { ana: 'online', carla: 'online', 'ana b': 'offline' },
    });
    page.point(true);
    page.setStatus('ana', 'offline');
    page.setStatus('zoë', 'online');
    await page.draw();
    expect(sections(page)).to.deep.equal([
      ['Online 1', 'offline', 'online'],
      ['Offline 1', 'offline'],
      ['Status unknown 1', 'unknown', 'online'],
    ]);
    page.setStatus('carla', 'offline');
    await page.draw();
    expect(page.headings()[0]).to.equal('Online 0');
    page.setStatus('ana', 'online');
    await page.draw();
    expect(page.headings()[0]).to.equal('Online 1');
    await page.pass(5100);
    expect(sections(page)).to.deep.equal([
      ['Online 2', 'online', 'online'],
      ['Offline 2', 'offline', 'offline'],
      ['Status unknown 1', 'unknown'],
    ]);
  });

  describe('and another array of contacts', () => {
    const copies = () => PEOPLE.map((each) => ({ ...each })).reverse();

    it('of the same users waits as well', async () => {
      const page = await open();
      page.point(true);
      page.setStatus('zoë', 'online');
      await page.draw();
      page.list.contacts = copies();
      await page.pass(0);
      expect(page.names()).to.deep.equal(BEFORE);
      expect(page.headings()).to.deep.equal(['Online 1', 'Status unknown 3']);
      await page.pass(5100);
      expect(page.names()).to.deep.equal(AFTER);
      expect(page.headings()).to.deep.equal(['Online 2', 'Status unknown 3']);
    });

    it('shows names as they are now, and none that are gone', async () => {
      const page = await open();
      page.point(true);
      page.list.contacts = copies()
        .filter(({ userID }) => userID !== 'björn')
        .map((each) => (each.userID === 'ana' ? { ...each, name: 'Zed' } : each));
      await page.pass(0);
      expect(page.names()).to.deep.equal(['Carla', 'Zed', 'Ana B', 'Zoë']);
      await page.pass(5100);
      expect(page.names()).to.deep.equal(['Carla', 'Ana B', 'Zed', 'Zoë']);
    });

    it('has new users at the end of their section meanwhile', async () => {
      const page = await open();
      page.point(true);
      page.list.contacts = [{ userID: 'aaron', name: 'Aaron' }, ...copies()];
      await page.pass(0);
      expect(page.names()).to.deep.equal([...BEFORE, 'Aaron']);
      await page.pass(5100);
      expect(page.names()).to.deep.equal(['Carla', 'Aaron', 'ana', 'Ana B', 'Björn', 'Zoë']);
    });

    it('moves a user to the letter of another name at once', async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        attributes: { 'group-by': 'initial' },
      });
      page.point(true);
      page.list.contacts = PEOPLE.map((each) =>
        each.userID === 'ana' ? { ...each, name: 'Zed' } : each,
      );
      await page.pass(0);
      expect(page.headings()).to.deep.equal(['A 1', 'B 1', 'C 1', 'Z 2']);
      expect(page.names()).to.deep.equal(['Ana B', 'Björn', 'Carla', 'Zoë', 'Zed']);
    });

    it('does not wait for what the user types', async () => {
      const page = await ContactListPage.open({
        contacts: PEOPLE,
        attributes: { searchable: '' },
      });
      page.point(true);
      await page.type('an');
      expect(page.names()).to.deep.equal(['ana', 'Ana B']);
    });
  });

  it('does not wait after the list was removed under the pointer', async () => {
    const page = await open();
    page.point(true);
    page.setStatus('björn', 'online');
    await page.draw();
    const parent = page.list.parentElement!;
    page.list.remove();
    parent.append(page.list);
    await page.pass(100);
    page.setStatus('zoë', 'online');
    await page.pass(CALM);
    expect(page.names()).to.deep.equal(['Björn', 'Carla', 'Zoë', 'ana', 'Ana B']);
  });
});
