import { expect } from '@open-wc/testing';
import { ContactItems } from '../../../elements/list/contact-items.js';
import type { ContactItemsOptions } from '../../../elements/list/contact-items.js';
import type { PresenceStatus } from '../../../src/presence.js';
import { contactsNamed } from '../../support/contact-list-page.js';

const OPTIONS: ContactItemsOptions = {
  order: 'status',
  groupBy: 'none',
  show: 'all',
  filter: '',
  lang: 'en',
  hasStatus: true,
};

describe('ContactItems', () => {
  const start = (options: Partial<ContactItemsOptions> = {}) => {
    let asked = 0;
    const statuses = new Map<string, PresenceStatus>();
    const items = new ContactItems((userID) => {
      asked += 1;
      return statuses.get(userID) ?? 'unknown';
    });
    const given = contactsNamed('Ana', 'Ben', 'Carla');
    items.update(given, { ...OPTIONS, ...options });
    const record = (userID: string, status: PresenceStatus) => {
      statuses.set(userID, status);
      return items.recordStatus(userID);
    };
    return { items, given, record, takeAsked: () => [asked, (asked = 0)][0] };
  };
  const idsOf = (items: ContactItems) => items.arrangement.contacts.map(({ userID }) => userID);

  it('finds the place of each listed user, and of no other', () => {
    const { items } = start({ filter: 'a' });
    expect(idsOf(items)).to.deep.equal(['ana', 'carla']);
    expect(items.indexOf('carla')).to.equal(1);
    expect(items.indexOf('ben')).to.equal(-1);
    expect(items.all).to.have.length(3);
  });

  it('arranges again only for other contacts or options', () => {
    const { items, given, takeAsked } = start();
    expect(takeAsked()).to.equal(3);
    items.update(given, { ...OPTIONS });
    expect(takeAsked()).to.equal(0);
    items.update([...given], OPTIONS);
    expect(takeAsked()).to.equal(3);
    items.update(given, { ...OPTIONS, order: 'name' });
    expect(takeAsked()).to.equal(0);
    expect(idsOf(items)).to.deep.equal(['ana', 'ben', 'carla']);
  });

  it('moves a user whose status has another rank', () => {
    const { items, record } = start();
    expect(record('carla', 'online')).to.be.true;
    expect(record('stranger', 'online')).to.be.false;
    expect(record('ana', 'unknown')).to.be.false;
    expect([...items.moved]).to.deep.equal(['carla']);
    items.arrange();
    expect(idsOf(items)).to.deep.equal(['carla', 'ana', 'ben']);
    expect(items.moved.size).to.equal(0);
    expect(record('carla', 'away')).to.be.true;
  });

  it('moves a user under headings alone only to another heading', () => {
    const { items, record } = start({ order: 'name', groupBy: 'status' });
    expect(record('ben', 'online')).to.be.true;
    items.arrange();
    expect(record('ben', 'busy')).to.be.false;
    expect(record('ben', 'offline')).to.be.true;
  });

  it('moves no user while statuses do not matter', () => {
    for (const options of [{ hasStatus: false }, { order: 'name' }] as const) {
      const { record } = start(options);
      expect(record('ana', 'online')).to.be.false;
    }
  });
});
