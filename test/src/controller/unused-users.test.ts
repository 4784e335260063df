import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ControllerDrive } from '../../support/controller-drive.js';
import { entry, ONLINE, usersNumbered } from '../../support/hand-source.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heap(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

describe('a user without interest and slot', () => {
  it('is forgotten after a while, and known again when observed again', async () => {
    const drive = new ControllerDrive();
    drive.source.setStatuses(entry('ana', ONLINE), entry('bob', ONLINE));
    const stop = drive.observe(['ana', 'bob']);
    drive.observe('bob');
    await drive.pass(1_000);
    stop();
    await drive.pass(30_000);
    assert.equal(drive.statusOf('ana'), 'online', 'for now');
    await drive.pass(180_000);
    assert.equal(drive.shown('ana'), 'unknown none');
    assert.equal(drive.shown('bob'), 'online live');
    assert.equal(drive.shown('me'), 'online live');
    drive.observe('ana');
    await drive.pass(1_000);
    assert.equal(drive.shown('ana'), 'online live');
  });

  it("is forgotten too where the source's store or a response to others named it", async () => {
    const drive = new ControllerDrive();
    drive.source.changeStore(entry('ana', ONLINE));
    await drive.pass(100);
    drive.source.sink.answer([entry('bob', ONLINE)], drive.source.sink.version());
    assert.equal(drive.statusOf('ana'), 'online');
    assert.equal(drive.statusOf('bob'), 'online');
    await drive.pass(180_000);
    assert.equal(drive.statusOf('ana'), 'unknown');
    assert.equal(drive.statusOf('bob'), 'unknown');
  });

  it('leaves no timer once all are forgotten, nor after the stop', async () => {
    const drive = new ControllerDrive();
    drive.observe('ana')();
    await drive.pass(240_000);
    assert.equal(drive.environment.timers, 0);
    drive.observe('ana')();
    drive.stop();
    assert.equal(drive.environment.timers, 0);
  });

  it('takes no memory: 200,000 observed once leave less than 3 MB', async () => {
    const drive = new ControllerDrive({ settles: false });
    const live = drive.controller.observe('ana', () => undefined);
    // Calls are not kept by the source, which answers at once.
    drive.source.calls.push = (...calls) => {
      for (const call of calls) drive.source.settle(call);
      return 0;
    };
    await drive.pass(1_000);
    const before = heap();
    for (let from = 0; from < 200_000; from += 5_000) {
      const stop = drive.controller.observe(usersNumbered(5_000, from), () => undefined, {
        live: false,
      });
      await drive.pass(9_000);
      if (from === 0) assert.equal(drive.statusOf('u0'), 'not-logged-in');
      stop();
    }
    await drive.pass(240_000);
    const grown = heap() - before;
    assert.ok(grown < 3e6, `${grown} bytes`);
    live();
  });
});
