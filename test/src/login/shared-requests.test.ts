import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { Person } from '../../../src/contacts/person.js';
import { PresenceError } from '../../../src/presence-error.js';
import { TabWorld } from '../../support/tab-world.js';
import type { TabPage } from '../../support/tab-world.js';

const users = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `stranger${index}`);

describe('what a tab that follows asks for', () => {
  let world: TabWorld;
  let leader: TabPage;
  let follower: TabPage;

  beforeEach(async () => {
    world = new TabWorld();
    leader = await world.open(['alice-1']);
    follower = await world.open(['alice-1', 'alice']);
  });

  /** Observes persons in a page, and returns what it hears. */
  const observe = (page: TabPage, userIDs: readonly string[]): Person[] => {
    const notified: Person[] = [];
    page.controller.directory.observePerson(userIDs, (person) => notified.push(person));
    return notified;
  };

  const wordsIn = (page: TabPage): string => page.controller.presenceOf('alice').customStatus;

  it('comes through the tab that leads: profiles, 100 a call', async () => {
    const notified = observe(follower, ['alice-2', ...users(200)]);
    await world.pass(1_000);
    assert.equal(world.cloud.count, 1);
    assert.deepEqual(
      world.cloud.profileCalls.map(({ length }) => length),
      [100, 100],
    );
    assert.equal(notified.length, 200);
    assert.deepEqual(follower.controller.directory.personOf('stranger7'), {
      userID: 'stranger7',
      name: 'Name of stranger7',
    });
    // A contact has come with the lists.
    assert.equal(follower.controller.directory.personOf('alice-2')?.name, 'Friend 2');
    assert.deepEqual(world.environment.errors, []);
  });

  it('is notified when a profile changes', async () => {
    const notified = [observe(leader, ['stranger0']), observe(follower, ['stranger0'])];
    await world.pass(1_000);
    world.cloud.rename('stranger0', 'Zoë');
    await world.pass(10);
    for (const each of notified) assert.equal(each.at(-1)?.name, 'Zoë');
  });

  it('is a group with its members, and the count of who is online', async () => {
    world.cloud.groups.set('g1', users(250));
    world.cloud.set('stranger3', 1);
    follower.controller.directory.observeGroup('g1', () => undefined);
    await world.pass(1_000);
    const group = follower.controller.directory.groupOf('g1');
    assert.equal(group?.members.length, 250);
    assert.equal(group.isComplete, true);
    assert.equal(group.onlineCount, 1);
    assert.equal(leader.controller.directory.groupOf('g1'), undefined);
    world.cloud.setMembers('g1', users(249));
    await world.pass(20_000);
    assert.equal(follower.controller.directory.groupOf('g1')?.members.length, 249);
  });

  it('is the own status, which every tab shows', async () => {
    const set = follower.controller.setOwnStatus('In a meeting');
    assert.equal(wordsIn(follower), 'In a meeting');
    await world.pass(1_000);
    await set;
    assert.deepEqual(world.cloud.ownStatuses, ['In a meeting']);
    for (const page of [leader, follower]) {
      assert.equal(wordsIn(page), 'In a meeting');
      assert.equal(page.of('alice').status, 'busy');
    }
    const cleared = leader.controller.setOwnStatus('');
    await world.pass(1_000);
    await cleared;
    assert.deepEqual([wordsIn(leader), wordsIn(follower)], ['', '']);
  });

  it('is put back when the service refuses it, with the reason in words', async () => {
    world.cloud.refusal = new PresenceError('rate-limited', 2996, '');
    let error: PresenceError | undefined;
    follower.controller.setOwnStatus('at lunch').catch((thrown: PresenceError) => {
      error = thrown;
    });
    await world.pass(1_000);
    assert.equal(error?.reason, 'rate-limited');
    assert.equal(error.code, 2996);
    assert.match(error.message, /Too many requests/);
    assert.deepEqual([wordsIn(leader), wordsIn(follower)], ['', '']);
    assert.deepEqual([leader.errors, follower.errors], [[], []]);
  });

  it('fails when the tab that leads is gone, and profiles come through the next', async () => {
    let reason = '';
    follower.controller.setOwnStatus('at lunch').catch((error: PresenceError) => {
      reason = error.reason;
    });
    const notified = observe(follower, ['stranger0']);
    leader.close();
    await world.pass(5_000);
    assert.equal(world.cloud.count, 2);
    assert.equal(reason, 'timeout');
    // An own status is not sent again.
    assert.deepEqual(world.cloud.ownStatuses, []);
    assert.equal(wordsIn(follower), '');
    assert.deepEqual(notified.at(-1)?.name, 'Name of stranger0');
  });

  it('fails as soon as another tab leads', async () => {
    const third = await world.open(['alice']);
    world.browser.mute(leader.tab);
    let reason = '';
    third.controller.setOwnStatus('at lunch').catch((error: PresenceError) => {
      reason = error.reason;
    });
    await world.pass(100);
    leader.close({ crash: true });
    await world.pass(1_000);
    assert.equal(reason, 'timeout');
    assert.equal(wordsIn(third), '');
  });

  it('fails after a while when the tab that leads does not answer', async () => {
    // A page that hangs: it holds its lock, and reads nothing.
    world.browser.mute(leader.tab);
    let reason = '';
    follower.controller.setOwnStatus('at lunch').catch((error: PresenceError) => {
      reason = error.reason;
    });
    observe(follower, ['stranger0']);
    await world.pass(19_000);
    assert.equal(reason, '');
    assert.equal(wordsIn(follower), 'at lunch');
    await world.pass(2_000);
    assert.equal(reason, 'timeout');
    assert.equal(wordsIn(follower), '');
    assert.deepEqual(world.cloud.ownStatuses, []);
    await world.pass(600_000);
    const requests = world.browser.messages.filter(({ data }) => data.type === 'request');
    assert.ok(requests.length < 10, `${requests.length} requests in ten minutes`);
  });

  it('is not answered to a page that is no tab of this login', async () => {
    const stranger = world.browser.openTab();
    const name = world.browser.messages[0]!.name;
    const channel = stranger.openChannel(name);
    const notified: unknown[] = [];
    channel.onmessage = ({ data }) => notified.push((data as { type: string }).type);
    const post = (message: object) => channel.postMessage({ v: 1, from: 'stranger', ...message });
    post({ type: 'request', id: 1, ask: 'profiles', userIDs: ['x'] });
    await world.pass(1_000);
    assert.deepEqual(notified, []);
    assert.deepEqual(world.cloud.profileCalls, []);
  });

  it('is ignored where it has another shape', async () => {
    const name = world.browser.messages[0]!.name;
    const channel = world.browser.openTab().openChannel(name);
    for (const message of [
      { type: 'request', id: 'one', ask: 'profiles', userIDs: [] },
      { type: 'request', id: 1, ask: 'profiles', userIDs: [7] },
      { type: 'request', id: 1, ask: 'profiles' },
      { type: 'request', id: 1, ask: 'members', groupID: 'g1', next: {} },
      { type: 'request', id: 1, ask: 'own-status', customStatus: null },
      { type: 'request', id: 1, ask: 'constructor' },
      { type: 'request', id: 1 },
    ]) {
      channel.postMessage({ v: 1, from: follower.tab.id, ...message });
    }
    for (const message of [
      { type: 'answer', to: follower.tab.id, id: 1, persons: [null] },
      { type: 'answer', to: follower.tab.id, id: 1, count: 'many' },
      { type: 'answer', to: follower.tab.id, id: 99 },
      { type: 'profiles', persons: 'all' },
      { type: 'members', groupID: 7 },
    ]) {
      channel.postMessage({ v: 1, from: leader.tab.id, ...message });
    }
    await world.pass(1_000);
    assert.deepEqual(world.cloud.ownStatuses, []);
    assert.deepEqual(world.cloud.profileCalls, []);
    assert.deepEqual(world.environment.errors, []);
    const answers = world.browser.messages.filter(
      ({ data }) => data.type === 'answer' && data.to === follower.tab.id && data.reason,
    );
    assert.deepEqual(answers, []);
  });

  it('is what the service has answered to the tab that leads, when that asks itself', async () => {
    const notified = observe(leader, ['stranger0', 'nobody']);
    await world.pass(1_000);
    assert.deepEqual(notified, [{ userID: 'stranger0', name: 'Name of stranger0' }]);
  });
});
