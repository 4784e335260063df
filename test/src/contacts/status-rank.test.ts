import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  statusRank,
  statusRankCount,
  statusSection,
  statusSections,
} from '../../../src/contacts/status-rank.js';
import { statusStringsFor } from '../../../src/words/index.js';

describe('statusRank', () => {
  it('puts who can answer first and who is not known last', () => {
    const statuses = ['unknown', 'not-logged-in', 'busy', 'online', 'away'];
    assert.deepEqual(
      statuses.sort((a, b) => statusRank(a) - statusRank(b)),
      ['online', 'away', 'busy', 'not-logged-in', 'unknown'],
    );
  });

  it('makes no difference between offline and not logged in', () => {
    assert.equal(statusRank('offline'), statusRank('not-logged-in'));
  });

  it('takes what is no status for unknown', () => {
    for (const status of ['', 'Online', 'toString', '__proto__']) {
      assert.equal(statusRank(status), statusRank('unknown'));
    }
  });

  it('stays below its count', () => {
    assert.equal(statusRank('unknown'), statusRankCount - 1);
  });
});

describe('statusSection', () => {
  for (const [status, heading] of [
    ['online', 'online'],
    ['away', 'online'],
    ['busy', 'online'],
    ['offline', 'offline'],
    ['not-logged-in', 'offline'],
    ['unknown', 'unknown'],
  ] as const) {
    it(`puts ${status} under ${heading}`, () => {
      assert.equal(statusSections[statusSection(statusRank(status))], heading);
    });
  }

  it('has a word for each heading', () => {
    const { strings } = statusStringsFor('en');
    for (const key of statusSections) {
      assert.ok(strings[key]);
    }
  });
});
