import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Person } from '../../../src/contacts/person.js';
import { Directory } from '../../../src/directory.js';
import { FakeEnvironment } from '../../support/fake-environment.js';
import { usersNumbered } from '../../support/hand-source.js';

/** A directory over a service that knows a person for each ID that begins with `u`. */
class Drive {
  readonly environment = new FakeEnvironment();
  readonly directory = new Directory(this.environment);
  readonly calls: (readonly string[])[] = [];
  readonly notified: Person[] = [];
  /** What each call rejects with. */
  failure: Error | undefined;
  /** Called in place of an answer, which the test gives. */
  hold: ((answer: (persons: readonly Person[]) => void) => void) | undefined;

  readonly requests = {
    profiles: (userIDs: readonly string[]): Promise<readonly Person[]> => {
      this.calls.push(userIDs);
      if (this.failure) return Promise.reject(this.failure);
      if (this.hold) return new Promise((resolve) => this.hold!(resolve));
      return Promise.resolve(userIDs.filter((id) => id.startsWith('u')).map((id) => named(id)));
    },
  };

  constructor({ isConnected = true } = {}) {
    if (isConnected) this.directory.setRequests(this.requests);
  }

  observe(userIDs: string | readonly string[]): () => void {
    return this.directory.observePerson(userIDs, (person) => this.notified.push(person));
  }
}

const named = (userID: string, name = `Name of ${userID}`): Person => ({ userID, name });

describe('a person', () => {
  it('is loaded by the user ID alone', async () => {
    const drive = new Drive();
    drive.observe('u1');
    assert.equal(drive.directory.personOf('u1'), undefined);
    await drive.environment.pass(50);
    assert.deepEqual(drive.notified, [named('u1')]);
    assert.deepEqual(drive.directory.personOf('u1'), named('u1'));
    assert.ok(Object.isFrozen(drive.directory.personOf('u1')));
  });

  it('is collected with others, 100 in a call', async () => {
    const drive = new Drive();
    for (const userID of usersNumbered(250)) drive.observe(userID);
    await drive.environment.pass(49);
    assert.equal(drive.calls.length, 0);
    await drive.environment.pass(1);
    assert.deepEqual(
      drive.calls.map(({ length }) => length),
      [100, 100, 50],
    );
    assert.equal(drive.notified.length, 250);
  });

  it('is loaded with at most three calls at the same time', async () => {
    const drive = new Drive();
    const answers: ((persons: readonly Person[]) => void)[] = [];
    drive.hold = (answer) => answers.push(answer);
    drive.observe(usersNumbered(450));
    await drive.environment.pass(1_000);
    assert.equal(drive.calls.length, 3);
    answers[0]!(usersNumbered(100).map((id) => named(id)));
    await drive.environment.pass(0);
    assert.equal(drive.calls.length, 4);
  });

  it('is loaded once, however many observe it, and however often', async () => {
    const drive = new Drive();
    drive.observe('u1');
    drive.observe('u1')();
    await drive.environment.pass(50);
    drive.observe(['u1', 'u1']);
    await drive.environment.pass(1_000_000);
    assert.deepEqual(drive.calls, [['u1']]);
    assert.deepEqual(drive.notified, [named('u1')]);
  });

  it('is not loaded for an observer who has stopped by then', async () => {
    const drive = new Drive();
    const stop = drive.observe('u1');
    stop();
    stop();
    await drive.environment.pass(1_000_000);
    assert.deepEqual(drive.calls, []);
  });

  it('is accepted with a whole number as its ID', async () => {
    const drive = new Drive();
    drive.observe([7, '', undefined, null, {}] as unknown as string[]);
    await drive.environment.pass(50);
    assert.deepEqual(drive.calls, [['7']]);
    drive.directory.profilesChanged([{ userID: 7, name: 'Seven' } as unknown as Person]);
    assert.deepEqual(drive.directory.personOf(7 as unknown as string), named('7', 'Seven'));
    assert.deepEqual(drive.notified, [named('7', 'Seven')]);
    assert.equal(drive.directory.personOf({} as string), undefined);
  });

  it('is a contact first, with the remark', async () => {
    const drive = new Drive();
    drive.directory.setContacts([{ userID: 'u1', name: 'Ana', remark: 'Boss', groups: ['Team'] }]);
    drive.observe(['u1', 'u2']);
    await drive.environment.pass(50);
    assert.deepEqual(drive.calls, [['u2']]);
    assert.deepEqual(drive.directory.personOf('u1'), { userID: 'u1', name: 'Ana', remark: 'Boss' });
  });

  it('has of its profile what the contact lacks', async () => {
    const drive = new Drive();
    drive.directory.setContacts([{ userID: 'u1', avatar: 'https://example.com/u1.png' }]);
    drive.observe('u1');
    await drive.environment.pass(50);
    drive.directory.setContacts([{ userID: 'u1', remark: 'Boss' }]);
    assert.deepEqual(drive.directory.personOf('u1'), { ...named('u1'), remark: 'Boss' });
  });

  it('is passed on again when the contact has changed, and only then', () => {
    const drive = new Drive();
    drive.observe('u1');
    drive.directory.setContacts([{ userID: 'u1', name: 'Ana' }]);
    drive.directory.setContacts([{ userID: 'u1', name: 'Ana', blocked: true }, { userID: 'u2' }]);
    const before = drive.directory.personOf('u1');
    assert.equal(before, drive.directory.personOf('u1'));
    drive.directory.setContacts([{ userID: 'u1', name: 'Anna' }]);
    assert.deepEqual(drive.notified, [named('u1', 'Ana'), named('u1', 'Anna')]);
  });

  it('is loaded after the contact is gone', async () => {
    const drive = new Drive();
    drive.directory.setContacts([{ userID: 'u1', name: 'Ana' }]);
    drive.observe('u1');
    drive.directory.setContacts([]);
    await drive.environment.pass(50);
    assert.deepEqual(drive.notified, [{ userID: 'u1' }, named('u1')]);
  });

  it('follows a change of its profile', async () => {
    const drive = new Drive();
    drive.observe('u1');
    await drive.environment.pass(50);
    drive.directory.profilesChanged([named('u1', 'Ana'), named('u2', 'Ben'), named('u1', 'Ana')]);
    assert.deepEqual(drive.notified, [named('u1'), named('u1', 'Ana')]);
    // Of a user who was never observed nothing is kept.
    assert.equal(drive.directory.personOf('u2'), undefined);
  });

  it('takes no part of a profile that is no text', async () => {
    const drive = new Drive();
    drive.observe('u1');
    const broken = [{ userID: 'u1', name: 3, avatar: {} }, null, { name: 'x' }, 'u1'];
    drive.directory.profilesChanged(broken as unknown as Person[]);
    assert.deepEqual(drive.directory.personOf('u1'), { userID: 'u1' });
    drive.directory.profilesChanged(null as unknown as Person[]);
    assert.deepEqual(drive.environment.errors, []);
  });

  it('is forgotten with the user who was logged in, and loaded again for the next', async () => {
    const drive = new Drive();
    drive.observe('u1');
    await drive.environment.pass(50);
    drive.directory.clear();
    assert.equal(drive.directory.personOf('u1'), undefined);
    assert.deepEqual(drive.notified, [named('u1'), { userID: 'u1' }]);
    await drive.environment.pass(50);
    assert.deepEqual(drive.calls, [['u1'], ['u1']]);
    assert.deepEqual(drive.notified.at(-1), named('u1'));
  });

  it('never takes a profile that the user before has asked for', async () => {
    const drive = new Drive();
    let answer: ((persons: readonly Person[]) => void) | undefined;
    drive.hold = (resolve) => (answer = resolve);
    drive.observe('u1');
    await drive.environment.pass(50);
    const old = answer!;
    drive.directory.setRequests(undefined);
    drive.directory.clear();
    old([named('u1', "The user before's")]);
    await drive.environment.pass(1_000);
    assert.equal(drive.directory.personOf('u1'), undefined);
    assert.deepEqual(drive.notified, []);
  });

  it('waits for the connection', async () => {
    const drive = new Drive({ isConnected: false });
    drive.observe(usersNumbered(200));
    await drive.environment.pass(100_000);
    drive.directory.setRequests(drive.requests);
    await drive.environment.pass(50);
    assert.equal(drive.calls.length, 2);
    assert.equal(drive.notified.length, 200);
  });

  it('stays unknown with a source that has no profiles', async () => {
    const drive = new Drive({ isConnected: false });
    drive.directory.setRequests({});
    drive.observe('u1');
    await drive.environment.pass(1_000_000);
    assert.equal(drive.directory.personOf('u1'), undefined);
    assert.deepEqual(drive.environment.errors, []);
  });

  it('is requested again seldom, and more and more seldom, after a failure', async () => {
    const drive = new Drive();
    drive.failure = new Error('no answer');
    drive.observe(['u1', 'u2']);
    await drive.environment.pass(60_000);
    // At once, after 15 s and after another 30 s.
    assert.equal(drive.calls.length, 3);
    await drive.environment.pass(3_600_000);
    assert.ok(drive.calls.length <= 12, `${drive.calls.length} calls in an hour`);
    drive.failure = undefined;
    await drive.environment.pass(600_000);
    assert.deepEqual(drive.directory.personOf('u1'), named('u1'));
    const { length } = drive.calls;
    await drive.environment.pass(3_600_000);
    assert.equal(drive.calls.length, length);
    assert.deepEqual(drive.environment.errors, []);
  });

  it('is requested again seldom while the service does not have the user', async () => {
    const drive = new Drive();
    drive.observe(['nobody', 'u1']);
    await drive.environment.pass(3_600_000);
    assert.deepEqual(drive.calls[0], ['nobody', 'u1']);
    assert.ok(drive.calls.length > 2 && drive.calls.length <= 12, `${drive.calls.length} calls`);
    assert.ok(drive.calls.slice(1).every(([only, more]) => only === 'nobody' && !more));
    assert.equal(drive.directory.personOf('nobody'), undefined);
  });

  it('is requested at once after a lost connection, unless the service does not have the user', async () => {
    const drive = new Drive();
    drive.observe('nobody');
    await drive.environment.pass(50);
    drive.failure = new Error('no answer');
    drive.observe('u1');
    await drive.environment.pass(50);
    drive.failure = undefined;
    drive.directory.setRequests(undefined);
    drive.directory.setRequests(drive.requests);
    await drive.environment.pass(50);
    assert.deepEqual(drive.calls, [['nobody'], ['u1'], ['u1']]);
  });

  it('is not requested again when no observer waits for it any more', async () => {
    const drive = new Drive();
    drive.failure = new Error('no answer');
    const stop = drive.observe('u1');
    await drive.environment.pass(50);
    stop();
    await drive.environment.pass(3_600_000);
    assert.equal(drive.calls.length, 1);
    assert.equal(drive.environment.timers, 0);
  });

  it('is passed on to the other listeners when one throws, or stops another', async () => {
    const drive = new Drive();
    let stopLast = (): void => undefined;
    drive.directory.observePerson('u1', () => {
      stopLast();
      throw new Error('no element');
    });
    drive.observe('u1');
    stopLast = drive.observe('u1');
    await drive.environment.pass(50);
    assert.deepEqual(drive.notified, [named('u1')]);
    assert.deepEqual(drive.environment.errors.map(String), ['Error: no element']);
  });

  it('is not observed with what is no listener', () => {
    const drive = new Drive();
    assert.throws(
      () => drive.directory.observePerson('u1', undefined as unknown as () => void),
      /observePerson\(userIDs, listener\) needs a function/,
    );
  });
});
