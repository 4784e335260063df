import { expect } from '@open-wc/testing';
import { arrangementOf } from '../../../elements/people/arrangement.js';
import type {
  Arrangement,
  ContactGroupBy,
  ContactOrder,
} from '../../../elements/people/arrangement.js';
import type { Contact } from '../../../src/contacts/index.js';
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

/** The same by comparing each with each. */
function arrangedSlowly(
  { order, groupBy, filter }: { order: ContactOrder; groupBy: ContactGroupBy; filter: string },
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

const listed = (arrangement: Arrangement) =>
  Array.from({ length: arrangement.count() }, (_, row) => arrangement.contactAt(row).userID);

describe('arrangementOf', () => {
  for (const order of ['name', 'status', 'given'] as const) {
    for (const groupBy of ['none', 'initial', 'status', 'group'] as const) {
      it(`orders by ${order} under headings by ${groupBy}, whatever becomes of the users`, () => {
        const statuses = new Map<string, PresenceStatus>();
        const arrangement = arrangementOf(CONTACTS, 'en');
        for (const filter of ['', '1', 'nobody']) {
          const wishes = { order, groupBy, filter };
          arrangement.arrange(wishes, (userID) => statuses.get(userID) ?? 'unknown');
          for (let step = 0; step < 120; step++) {
            const userID = `u${(step * 17) % 60}`;
            const status = STATUSES[(step * 5) % STATUSES.length]!;
            const { blocked } = CONTACTS.find((contact) => contact.userID === userID)!;
            // Nobody hears of the blocked.
            if (blocked) continue;
            statuses.set(userID, status);
            arrangement.note(userID, status);
            arrangement.settle();
          }
          expect(listed(arrangement)).to.deep.equal(arrangedSlowly(wishes, statuses));
          listed(arrangement).forEach((userID, row) => {
            expect(arrangement.rowOf(userID)).to.equal(row);
          });
          const sum = arrangement.sections().reduce((whole, { count }) => whole + count, 0);
          expect(sum).to.equal(arrangement.count());
        }
      });
    }
  }

  it('has no place for somebody who is not listed', () => {
    const arrangement = arrangementOf(CONTACTS, 'en');
    arrangement.arrange({ order: 'name', groupBy: 'none', filter: 'A ' }, undefined);
    expect(arrangement.rowOf('stranger')).to.equal(-1);
    const other = CONTACTS.find(({ name }) => name!.startsWith('B'))!;
    expect(arrangement.rowOf(other.userID)).to.equal(-1);
  });

  it('settles only for what changes the order', () => {
    const arrangement = arrangementOf(CONTACTS, 'en');
    arrangement.arrange({ order: 'name', groupBy: 'status', filter: '' }, () => 'online');
    expect(arrangement.note('u1', 'away')).to.be.false;
    expect(arrangement.note('u1', 'offline')).to.be.true;
    expect(arrangement.note('u1', 'not-logged-in')).to.be.false;
    expect(arrangement.note('stranger', 'online')).to.be.false;
    arrangement.arrange({ order: 'name', groupBy: 'initial', filter: '' }, () => 'online');
    expect(arrangement.note('u1', 'unknown')).to.be.false;
  });

  it('looks for doubles among thousands when it is asked to, and not before', () => {
    const many = Array.from({ length: 3000 }, (_, number) => ({ userID: `u${number % 2500}` }));
    const arrangement = arrangementOf(many, 'en');
    const wishes = { order: 'given', groupBy: 'none', filter: '' } as const;
    arrangement.arrange(wishes, undefined);
    expect(arrangement.count()).to.equal(3000);
    expect(arrangement.removeDoubles()).to.be.true;
    arrangement.arrange(wishes, undefined);
    expect(arrangement.count()).to.equal(2500);
    expect(arrangement.removeDoubles()).to.be.false;
  });
});
