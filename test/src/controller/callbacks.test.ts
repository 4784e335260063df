import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PresenceController } from '../../../src/presence-controller.js';
import { ControllerDrive } from '../../support/controller-drive.js';
import { FakeEnvironment } from '../../support/fake-environment.js';
import { entry, HandSource } from '../../support/hand-source.js';

describe('a callback that acts on the controller', () => {
  it('may use another source when a source ends, and only one of them stays', () => {
    const drive = new ControllerDrive();
    const [second, third] = [new HandSource([]), new HandSource([])];
    drive.controller.addEventListener(
      'tui-presence-state',
      () => drive.controller.use(third.source),
      { once: true },
    );
    drive.controller.use(second.source);
    second.login('bob');
    third.login('carol');
    assert.equal(third.stops, 1);
    assert.equal(drive.controller.userID, 'bob');
  });

  it('may use another source when the contacts go, whose state then stays', () => {
    const drive = new ControllerDrive();
    const other = new HandSource([]);
    const conversations = [
      {
        conversationID: 'C2Cana',
        type: 'c2c' as const,
        userID: 'ana',
        name: 'Ana',
        unreadCount: 0,
        isPinned: false,
        isMuted: false,
      },
    ];
    drive.source.sink.contacts([{ userID: 'ana' }]);
    const stop = drive.controller.directory.observe(() => {
      stop();
      drive.controller.use(other.source);
      other.login('bob');
      other.sink.conversations(conversations);
    });
    drive.stop();
    assert.equal(drive.controller.state, 'ready');
    assert.equal(drive.controller.userID, 'bob');
    assert.equal(drive.controller.directory.conversations, conversations);
  });

  it('may invalidate from within a pull, which is then repeated once', () => {
    const environment = new FakeEnvironment();
    const controller = new PresenceController({ environment });
    const hand = new HandSource([]);
    let pulls = 0;
    controller.use((sink) => ({
      ...hand.source(sink),
      pull: () => {
        pulls += 1;
        if (pulls === 1) sink.invalidate();
        return [];
      },
    }));
    hand.login();
    hand.sink.invalidate();
    for (let frame = 0; frame < 3; frame++) environment.draw();
    assert.equal(pulls, 2);
  });
});

describe('a source of unexpected values', () => {
  it('may report null as its failure, which means none', () => {
    const drive = new ControllerDrive();
    drive.source.sink.failure(null as unknown as undefined);
    drive.source.sink.push([]);
    assert.equal(drive.controller.error, undefined);
    assert.equal(drive.controller.state, 'ready');
  });

  it('may give an undocumented status type, which puts no subscription in doubt', async () => {
    const drive = new ControllerDrive();
    drive.source.setStatuses(entry('ana', 9));
    drive.observe('ana');
    await drive.pass(2_000_000);
    assert.equal(drive.controller.stats.evicted, 0);
    assert.equal(drive.controller.presenceOf('ana').status, 'unknown');
  });
});
