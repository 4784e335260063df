import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ChangedProfiles } from '../../../../src/sources/chat/changed-profiles.js';

describe('ChangedProfiles', () => {
  it('are newer than copies from before, and not than those from after', () => {
    const profiles = new ChangedProfiles();
    const ana = { userID: 'ana', nick: 'Ana', lastUpdatedTime: 2 };
    profiles.add([ana, undefined, {}]);
    assert.equal(profiles.newerThan({ lastUpdatedTime: 1 }, 'ana'), ana);
    assert.equal(profiles.newerThan(undefined, 'ana'), ana);
    assert.equal(profiles.newerThan({ lastUpdatedTime: 3 }, 'ana'), undefined);
    assert.equal(profiles.newerThan({}, 'bob'), undefined);
  });

  it('are none of a user who has logged out', () => {
    const profiles = new ChangedProfiles();
    profiles.add([{ userID: 'ana', nick: 'Ana' }]);
    profiles.clear();
    assert.equal(profiles.newerThan({}, 'ana'), undefined);
  });
});
