import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { arrange } from '../../../src/contacts/arrange.js';
import type { ContactGroupBy, ContactOrder } from '../../../src/contacts/arrange.js';
import type { Contact } from '../../../src/contacts/contact.js';
import type { PresenceStatus } from '../../../src/presence.js';

const STATUSES: PresenceStatus[] = [
  'online',
  'away',
  'busy',
  'offline',
  'not-logged-in',
  'unknown',
];
const RANKS: Record<PresenceStatus, number> = {
  online: 0,
  away: 1,
  busy: 2,
  offline: 3,
  'not-logged-in': 3,
  unknown: 4,
};
const TEAMS = ['Design', 'Sales', ''];

const CONTACTS: Contact[] = Array.from({ length: 60 }, (_, number) => {
  const letter = String.fromCharCode(65 + ((number * 7) % 5));
  const team = TEAMS[number % 3]!;
  return {
    userID: `u${number}`,
    name: `${letter} ${String((number * 37) % 60).padStart(2, '0')}`,
    ...(team && { groups: [team] }),
    ...(number % 11 === 0 && { blocked: true }),
  };
});

interface Options {
  order: ContactOrder;
  groupBy: ContactGroupBy;
  filter: string;
}

/** The same by comparing each contact with each. */
function arrangedSlowly(
  { order, groupBy, filter }: Options,
  statuses: ReadonlyMap<string, PresenceStatus>,
): string[] {
  const rank = ({ userID, blocked }: Contact) =>
    blocked ? 4 : RANKS[statuses.get(userID) ?? 'unknown'];
  const headings: Record<ContactGroupBy, (contact: Contact) => number> = {
    none: () => 0,
    initial: ({ name }) => name!.charCodeAt(0),
    status: (contact) => Math.max(0, rank(contact) - 2),
    group: ({ groups }) => TEAMS.indexOf(groups?.[0] ?? ''),
  };
  const heading = headings[groupBy];
  return CONTACTS.filter(({ name, userID }) => `${name}\n${userID}`.toLowerCase().includes(filter))
    .sort(
      (one, other) =>
        heading(one) - heading(other) ||
        (order === 'status' ? rank(one) - rank(other) : 0) ||
        (order === 'given'
          ? CONTACTS.indexOf(one) - CONTACTS.indexOf(other)
          : one.name!.localeCompare(other.name!, 'en')),
    )
    .map(({ userID }) => userID);
}

describe('arrange', () => {
  for (const order of ['name', 'status', 'given'] as const) {
    for (const groupBy of ['none', 'initial', 'status', 'group'] as const) {
      it(`orders by ${order} under headings by ${groupBy}, whatever the statuses`, () => {
        const statuses = new Map<string, PresenceStatus>();
        const statusOf = (userID: string) => statuses.get(userID) ?? 'unknown';
        for (let step = 0; step < 360; step++) {
          statuses.set(`u${(step * 17) % 60}`, STATUSES[(step * 5) % STATUSES.length]!);
          const filter = ['', '1', 'nothing'][step % 3]!;
          const options = { order, groupBy, filter };
          const arranged = arrange(CONTACTS, { ...options, statusOf, lang: 'en' });
          const { contacts, sections, hasHeadings } = arranged;
          const userIDs = contacts.map(({ userID }) => userID);
          assert.deepEqual(userIDs, arrangedSlowly(options, statuses));
          assert.equal(hasHeadings, groupBy !== 'none');
          let next = 0;
          for (const { start, count } of sections) {
            assert.equal(start, next);
            assert.ok(count > 0 || !hasHeadings);
            next += count;
          }
          assert.equal(next, contacts.length);
        }
      });
    }
  }

  it('has a key and a count for each heading', () => {
    const statusOf = (userID: string) => (userID < 'u3' ? 'busy' : 'offline');
    const options = { filter: '', statusOf, lang: 'en' };
    const byStatus = arrange(CONTACTS, { ...options, order: 'name', groupBy: 'status' });
    assert.deepEqual(byStatus.sections, [
      { key: 'online', start: 0, count: 20 },
      { key: 'offline', start: 20, count: 34 },
      { key: 'unknown', start: 54, count: 6 },
    ]);
    const byGroup = arrange(CONTACTS, { ...options, order: 'name', groupBy: 'group' });
    assert.deepEqual(
      byGroup.sections.map(({ key }) => key),
      TEAMS,
    );
  });

  it('treats an order or headings by status as none without statuses', () => {
    const options = { filter: '', lang: 'en' };
    const plain = arrange(CONTACTS, { ...options, order: 'name', groupBy: 'none' });
    assert.deepEqual(arrange(CONTACTS, { ...options, order: 'status', groupBy: 'status' }), plain);
  });

  it('leaves the contacts given in their order', () => {
    const contacts = Object.freeze([...CONTACTS]);
    arrange(contacts, { order: 'status', groupBy: 'group', filter: 'a', statusOf: () => 'busy' });
    assert.deepEqual(contacts, CONTACTS);
  });

  it('arranges 10,000 contacts by status again within a few milliseconds', () => {
    const contacts = Array.from({ length: 10_000 }, (_, number) => ({
      userID: `u${number}`,
      name: `Name ${(number * 7919) % 10_000}`,
    }));
    const statuses = new Map(contacts.map(({ userID }, at) => [userID, STATUSES[at % 6]!]));
    const options = {
      order: 'status',
      groupBy: 'initial',
      filter: '',
      statusOf: (userID: string) => statuses.get(userID)!,
    } as const;
    arrange(contacts, options);
    const times = Array.from({ length: 20 }, () => {
      const start = performance.now();
      arrange(contacts, options);
      return performance.now() - start;
    });
    assert.ok(Math.min(...times) < 10, `${Math.min(...times)} ms`);
  });
});
