import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT, run } from './support/run.js';

// The tests of an application mount the elements where nothing is laid out.

for (const name of ['jsdom', 'happy-dom']) {
  describe(`a page in ${name}`, () => {
    it('has a hundred rows with their statuses, takes clicks and keys, and says nothing', () => {
      const page = join(ROOT, 'test/package/support/dom-without-browser.js');
      assert.deepEqual(JSON.parse(run(process.execPath, [page, name], ROOT)), {
        rows: 100,
        statuses: ['online', 'online', 'online'],
        own: 'In a meeting',
        filtered: ['249'],
        people: ['N 7', 'Online', 'N 7, online', '248 more people', 248],
        selected: ['3', '4'],
        observed: 0,
        said: [],
      });
    });
  });
}
