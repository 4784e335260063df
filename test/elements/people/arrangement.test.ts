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

  it('looks for doubles among hundreds later only as long as nothing is drawn', () => {
    const hundreds = Array.from({ length: 300 }, (_, number) => ({ userID: `u${number % 250}` }));
    const wishes = { order: 'given', groupBy: 'none', filter: '' } as const;
    for (const isFirst of [true, false]) {
      const arrangement = arrangementOf(hundreds, 'en', isFirst);
      arrangement.arrange(wishes, undefined);
      expect(arrangement.count()).to.equal(isFirst ? 300 : 250);
      expect(arrangement.removeDoubles()).to.equal(isFirst);
    }
  });

  describe('of thousands, some of which are no contacts', () => {
    const thrower = {
      get userID(): string {
        throw new Error('not today');
      },
    };
    const junk = [null, 'ana', {}, { userID: '' }, thrower];
    const many = (): unknown[] => [
      ...Array.from({ length: 1500 }, (_, number) => ({ userID: `u${number}` })),
      ...junk,
      { userID: 12 },
      { userID: 'last' },
    ];
    const asGiven = { order: 'given', groupBy: 'none', filter: '' } as const;

    it('has a blank for those, as given, until it is asked to look', () => {
      const arrangement = arrangementOf(many(), 'en');
      arrangement.arrange(asGiven, undefined);
      expect(arrangement.count()).to.equal(1507);
      const blanks = junk.map((_, place) => arrangement.contactAt(1500 + place).userID);
      expect(blanks.join('')).to.equal('');
      expect(arrangement.rowOf('last')).to.equal(1506);
      expect(arrangement.removeDoubles()).to.be.true;
      arrangement.arrange(asGiven, undefined);
      expect(arrangement.count()).to.equal(1502);
      expect(arrangement.contactAt(1500).userID).to.equal('12');
      expect(arrangement.rowOf('last')).to.equal(1501);
    });

    it('takes a number for an ID among those it looks at later', () => {
      const given = [...many().slice(0, 1500), { userID: 12 }];
      const arrangement = arrangementOf(given, 'en');
      arrangement.arrange(asGiven, undefined);
      expect(arrangement.removeDoubles()).to.be.true;
      expect(arrangement.contactAt(1500)).to.deep.equal({ userID: '12' });
    });

    for (const wishes of [
      { ...asGiven, order: 'name' },
      { ...asGiven, order: 'status' },
      { ...asGiven, filter: 'last' },
      { ...asGiven, groupBy: 'initial' },
      { ...asGiven, groupBy: 'group' },
      { ...asGiven, groupBy: 'status' },
    ] as const) {
      it(`takes them out at once for ${JSON.stringify(wishes)}`, () => {
        const arrangement = arrangementOf(many(), 'en');
        arrangement.arrange(asGiven, () => 'online');
        arrangement.arrange(wishes, () => 'online');
        expect(arrangement.contacts()).to.have.length(1502);
        expect(arrangement.count()).to.equal(wishes.filter ? 1 : 1502);
        expect(arrangement.rowOf('last')).to.be.at.least(0);
        expect(arrangement.removeDoubles()).to.be.false;
      });
    }
  });
});
