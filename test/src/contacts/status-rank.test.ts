import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  bucketByStatus,
  sortByStatus,
  statusHeading,
  statusHeadings,
  statusRank,
} from '../../../src/contacts/status-rank.js';
import { stringsFor } from '../../../src/i18n/index.js';
import type { PresenceStatus } from '../../../src/presence.js';

describe('statusRank', () => {
  it('puts users who can answer first and unknown ones last', () => {
    const statuses = ['unknown', 'not-logged-in', 'busy', 'online', 'away'];
    assert.deepEqual(
      statuses.sort((a, b) => statusRank(a) - statusRank(b)),
      ['online', 'away', 'busy', 'not-logged-in', 'unknown'],
    );
  });

  it('makes no difference between offline and not logged in', () => {
    assert.equal(statusRank('offline'), statusRank('not-logged-in'));
  });

  it('treats a word that is no status as unknown', () => {
    for (const status of ['', 'Online', 'toString', '__proto__']) {
      assert.equal(statusRank(status), statusRank('unknown'));
    }
  });
});

describe('statusHeading', () => {
  for (const [status, heading] of [
    ['online', 'online'],
    ['away', 'online'],
    ['busy', 'online'],
    ['offline', 'offline'],
    ['not-logged-in', 'offline'],
    ['unknown', 'unknown'],
  ] as const) {
    it(`puts ${status} under ${heading}`, () => {
      assert.equal(statusHeadings[statusHeading(status)], heading);
    });
  }

  it('has a word for each heading', () => {
    const { strings } = stringsFor('en');
    for (const key of statusHeadings) {
      assert.ok(strings[key]);
    }
  });
});

describe('sortByStatus', () => {
  const contacts = ['ana', 'ben', 'carla', 'dele', 'eva'].map((userID) => ({ userID }));
  const statuses: Record<string, PresenceStatus> = {
    ana: 'offline',
    ben: 'online',
    carla: 'not-logged-in',
    eva: 'online',
  };
  const statusOf = ({ userID }: { userID: string }) => statuses[userID] ?? 'unknown';
  const idsOf = (some: readonly { userID: string }[]) => some.map(({ userID }) => userID);

  it('keeps the order given within a rank', () => {
    const sorted = sortByStatus(contacts, statusOf);
    assert.deepEqual(idsOf(sorted), ['ben', 'eva', 'ana', 'carla', 'dele']);
    assert.deepEqual(idsOf(contacts), ['ana', 'ben', 'carla', 'dele', 'eva']);
  });

  it('splits contacts by heading', () => {
    const buckets = bucketByStatus(contacts, statusOf, statusHeading).map(idsOf);
    assert.deepEqual(buckets.slice(0, 3), [['ben', 'eva'], ['ana', 'carla'], ['dele']]);
  });
});
