import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { StatusScan } from '../../../src/sources/status-scan.js';
import { FakePage } from '../../support/fake-page.js';

const ONLINE = 1;
const OFFLINE = 3;

/** A scan over a map that the test changes as the engine does: by replacing entries. */
function makeScan(size: number) {
  const page = new FakePage();
  let map = new Map<string, unknown>();
  const reports: string[][] = [];
  const onScreen = new Set<string>();
  const scan = new StatusScan(
    () => map,
    page,
    (entries) => reports.push(entries.map(({ userID, statusType }) => `${userID} ${statusType}`)),
    (userID) => onScreen.has(userID),
  );
  const set = (statusType: number, ...userIDs: string[]): void => {
    for (const userID of userIDs) map.set(userID, { statusType, customStatus: '' });
    scan.changed();
  };
  set(OFFLINE, ...Array.from({ length: size }, (_, place) => `u${place}`));
  /** In an update that says whom it is about. */
  const name = (statusType: number, ...userIDs: string[]): void => {
    const entries = userIDs.map((userID) => ({ userID, statusType }));
    scan.during(entries, () => set(statusType, ...userIDs));
  };
  /** As the engine does when its store begins anew. */
  const replace = (): boolean => {
    map = new Map(map);
    return scan.changed();
  };
  return { map, onScreen, replace, page, scan, set, name, takeReports: () => reports.splice(0) };
}

/** A scan that has looked at everybody, and reported them. */
async function settledScan(size: number) {
  const made = makeScan(size);
  made.scan.collect([]);
  await made.page.pass(2_000);
  made.takeReports();
  return made;
}

describe('StatusScan', () => {
  describe('of as many users as a frame has time for', () => {
    it('reports all of them at first, and then those that change', () => {
      const { scan, set, takeReports } = makeScan(2_000);
      scan.collect([]);
      assert.equal(takeReports().flat().length, 2_000);
      set(ONLINE, 'u7', 'u1999');
      scan.collect([]);
      assert.deepEqual(takeReports(), [['u7 1', 'u1999 1']]);
      scan.collect(['u7']);
      assert.deepEqual(takeReports(), []);
    });

    it('finds who comes after others have gone', () => {
      const { map, scan, set, takeReports } = makeScan(5);
      scan.collect([]);
      takeReports();
      map.delete('u1');
      set(ONLINE, 'new');
      scan.collect([]);
      assert.ok(takeReports().flat().includes('new 1'));
    });
  });

  describe('of more users', () => {
    it('reports who is on screen at once, and all others later', async () => {
      const { page, scan, takeReports } = makeScan(3_000);
      scan.collect(['u2999']);
      assert.deepEqual(takeReports(), [['u2999 3']]);
      await page.pass(1_000);
      const reports = takeReports();
      assert.ok(reports.every(({ length }) => length <= 1_000));
      assert.equal(new Set(reports.flat()).size, 3_000);
      assert.equal(page.timers, 0);
    });

    it('goes on where the store has lost its map for a while', async () => {
      const page = new FakePage();
      const maps: Map<string, unknown>[] = [];
      const reports: string[] = [];
      const report = (entries: readonly { userID: string }[]) =>
        reports.push(...entries.map(({ userID }) => userID));
      const scan = new StatusScan(
        () => maps[0],
        page,
        report,
        () => true,
      );
      assert.equal(scan.changed(), true);
      scan.collect(['ana']);
      maps.push(new Map([['ana', { statusType: ONLINE }]]));
      assert.equal(scan.changed(), true);
      scan.collect(['ana']);
      await page.pass(1_000);
      assert.deepEqual(reports, ['ana']);
    });

    it('reports who is on screen once a change, however many frames look', async () => {
      const { page, scan, set, takeReports } = makeScan(3_000);
      await page.pass(1_000);
      scan.collect(['u1']);
      takeReports();
      set(ONLINE, 'u1');
      scan.collect(['u1']);
      set(ONLINE, 'u2');
      scan.collect(['u1']);
      assert.deepEqual(takeReports(), [['u1 1']]);
    });

    it('looks at all of them once for many changes', async () => {
      const { page, scan, set, takeReports } = await settledScan(3_000);
      for (let change = 0; change < 50; change++) {
        set(change % 2 ? ONLINE : OFFLINE, 'u5');
        scan.collect([]);
      }
      await page.pass(1_000);
      assert.deepEqual(takeReports(), [['u5 1']]);
    });

    it('finds what changes in front of it and behind its back', async () => {
      const { page, scan, set, takeReports } = makeScan(3_000);
      const { timer } = page;
      let look = 0;
      // A change before each of its first looks, one of which the frame has yet to hear of.
      page.timer = (callback, ms) =>
        timer(() => {
          look += 1;
          if (look === 2) set(ONLINE, 'u3', 'u2999');
          callback();
          if (look === 2) scan.collect([]);
        }, ms);
      scan.collect([]);
      await page.pass(2_000);
      const reports = takeReports().flat();
      assert.ok(look > 2);
      assert.deepEqual(
        reports.filter((report) => report.endsWith(' 1')),
        ['u2999 1', 'u3 1'],
      );
      assert.equal(page.timers, 0);
    });

    it('looks at a part of them at a time, and at everybody in two seconds or so', async () => {
      const { page, scan, set, takeReports } = await settledScan(20_000);
      set(ONLINE, 'u0', 'u4000', 'u8000', 'u12000', 'u16000');
      scan.collect([]);
      await page.pass(2_300);
      assert.deepEqual(takeReports(), [
        ['u0 1'],
        ['u4000 1'],
        ['u8000 1'],
        ['u12000 1'],
        ['u16000 1'],
      ]);
      assert.equal(page.timers, 0);
    });

    it('begins anew with another map', async () => {
      const { page, replace, scan, set, takeReports } = await settledScan(3_000);
      set(ONLINE, 'u2500');
      scan.collect([]);
      await page.pass(150);
      assert.deepEqual(takeReports(), []);
      replace();
      set(ONLINE, 'u500');
      scan.collect([]);
      await page.pass(1_000);
      assert.deepEqual(takeReports().flat().sort(), ['u2500 1', 'u500 1']);
    });

    for (const [most, updates] of [
      [100, 15],
      [300, 1],
    ] as const) {
      it(`loses nobody where ${updates} of ${most} at once are too many to look up`, async () => {
        const { page, scan, map, name, takeReports } = await settledScan(3_000);
        const userIDs = [...map.keys()].reverse();
        for (let update = 0; update < updates; update++) {
          name(ONLINE, ...userIDs.slice(update * most, (update + 1) * most));
        }
        scan.collect(['u2999']);
        assert.deepEqual(takeReports(), [['u2999 1']]);
        await page.pass(2_000);
        assert.equal(new Set(takeReports().flat()).size, most * updates);
        assert.equal(page.timers, 0);
      });
    }

    it('reports those who were named again and again once', async () => {
      const { page, scan, name, takeReports } = await settledScan(3_000);
      for (let frame = 0; frame < 6; frame++) {
        name(frame % 2 ? ONLINE : OFFLINE, 'u5');
        scan.collect([]);
        await page.pass(10);
      }
      assert.equal(scan.isWaiting, true);
      await page.pass(200);
      assert.deepEqual(takeReports(), [['u5 1']]);
      assert.equal(page.timers, 0);
    });

    it('reports no more at once while ever more changes', async () => {
      const { page, scan, map, set, takeReports } = await settledScan(20_000);
      set(ONLINE, ...map.keys());
      scan.collect([]);
      await page.pass(5_000);
      const reports = takeReports();
      assert.ok(reports.every(({ length }) => length <= 1_000));
      assert.equal(new Set(reports.flat()).size, 20_000);
    });

    it('looks up whoever comes on screen before their turn, and nobody when nothing waits', async () => {
      const { page, scan, set, takeReports } = makeScan(3_000);
      scan.collect(['u1']);
      await page.pass(1_000);
      takeReports();
      set(ONLINE, 'u2999');
      scan.collect(['u1']);
      scan.collect(['u1', 'u2999']);
      assert.deepEqual(takeReports(), [['u2999 1']]);
      await page.pass(1_000);
      takeReports();
      scan.collect(['u3']);
      assert.deepEqual(takeReports(), []);
      assert.equal(page.timers, 0);
    });

    it('needs no frame for whoever is off the screen, who are reported soon all the same', async () => {
      const { map, onScreen, page, replace, scan, takeReports } = await settledScan(3_000);
      const change = (userID: string): boolean => {
        let isTold = false;
        scan.during([{ userID }], () => {
          map.set(userID, { statusType: ONLINE });
          isTold = scan.changed();
        });
        return isTold;
      };
      onScreen.add('u1');
      assert.deepEqual(['u7', 'u8', 'u7'].map(change), [false, false, false]);
      await page.pass(100);
      assert.deepEqual(takeReports(), []);
      await page.pass(100);
      assert.deepEqual(takeReports(), [['u7 1', 'u8 1']]);
      assert.equal(page.timers, 0);
      assert.deepEqual(['u9', 'u1', 'u1'].map(change), [false, true, false]);
      scan.collect(['u1']);
      assert.deepEqual(takeReports(), [['u1 1']]);
      // In another map all may have changed.
      scan.during([{ userID: 'u7' }], () => assert.equal(replace(), true));
    });

    it('stops with its source', async () => {
      const { page, scan, takeReports } = makeScan(3_000);
      scan.collect([]);
      scan.stop();
      await page.pass(1_000);
      assert.deepEqual(takeReports(), []);
    });
  });

  for (const size of [20, 3_000]) {
    describe(`of updates that name whom they are about, among ${size}`, () => {
      it('reports those, and leaves all others alone', async () => {
        const { page, map, scan, name, takeReports } = await settledScan(size);
        // Nobody was told of this one.
        map.set('u3', { statusType: ONLINE, customStatus: '' });
        name(ONLINE, 'u7');
        name(ONLINE, 'u19');
        scan.collect([]);
        await page.pass(200);
        assert.deepEqual(takeReports(), [['u7 1', 'u19 1']]);
        assert.equal(page.timers, 0);
        scan.collect([]);
        await page.pass(1_000);
        assert.deepEqual(takeReports(), []);
      });

      it('reports at once who is on screen, or comes there', async () => {
        const { page, scan, name, takeReports } = await settledScan(size);
        name(ONLINE, 'u7', 'u9');
        scan.collect(['u6', 'u7']);
        scan.collect(['u7', 'u9']);
        assert.deepEqual(takeReports().flat(), ['u7 1', 'u9 1']);
        assert.equal(scan.isWaiting, false);
        await page.pass(1_000);
        assert.deepEqual(takeReports(), []);
      });

      it('says once that there is something to collect', async () => {
        const { map, onScreen, scan } = await settledScan(size);
        onScreen.add('u1');
        const told: boolean[] = [];
        for (const userID of ['u1', 'u2']) {
          scan.during([{ userID }], () => {
            map.set(userID, { statusType: ONLINE });
            told.push(scan.changed());
          });
        }
        assert.deepEqual(told, [true, false]);
        scan.collect([]);
        assert.equal(scan.changed(), true);
      });

      it('looks at everybody after one that names nobody', async () => {
        const { page, scan, set, name, takeReports } = await settledScan(size);
        name(ONLINE, 'u1');
        set(ONLINE, 'u2');
        name(ONLINE, 'u3');
        scan.collect([]);
        await page.pass(1_000);
        const reports = new Set(takeReports().flat());
        assert.deepEqual([...reports].sort(), ['u1 1', 'u2 1', 'u3 1']);
      });

      it('knows an update within an update from the one around it', async () => {
        const { page, scan, set, name, takeReports } = await settledScan(size);
        scan.during('no entries', () => {
          name(ONLINE, 'u1');
          set(ONLINE, 'u2');
        });
        scan.collect([]);
        await page.pass(1_000);
        assert.deepEqual([...new Set(takeReports().flat())].sort(), ['u1 1', 'u2 1']);
      });

      it('has no news of nobody, of who is gone, and of what is no entry', async () => {
        const { map, scan, takeReports } = await settledScan(size);
        for (const entries of [[], [null, 7, {}, { userID: 9 }], [{ userID: 'u1' }]]) {
          map.delete('u1');
          scan.during(entries, () => scan.changed());
          scan.collect([]);
        }
        assert.deepEqual(takeReports(), []);
      });

      it('passes on what an update throws, and forgets whom it named', async () => {
        const { page, scan, set, takeReports } = await settledScan(size);
        const fail = (): never => {
          throw new Error('full');
        };
        assert.throws(() => scan.during([], fail), /full/);
        set(ONLINE, 'u2');
        scan.collect([]);
        await page.pass(1_000);
        assert.deepEqual(takeReports(), [['u2 1']]);
      });
    });

    it(`reports all ${size} anew once they are forgotten`, async () => {
      const { page, scan, takeReports } = makeScan(size);
      scan.collect(['u1']);
      await page.pass(1_000);
      takeReports();
      scan.forget();
      scan.collect(['u1']);
      await page.pass(1_000);
      assert.equal(new Set(takeReports().flat()).size, size);
    });
  }
});
