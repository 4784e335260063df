import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Person } from '../../../../src/contacts/person.js';
import { EnginePage, ONLINE } from '../../../support/engine-page.js';
import { friend, sdkError } from '../../../support/fake-chat.js';

/** Observes persons of a page, and returns what it hears. */
function observe(page: EnginePage, userIDs: readonly string[]): Person[] {
  const notified: Person[] = [];
  page.controller.directory.observePerson(userIDs, (person) => notified.push(person));
  return notified;
}

const words = ({ controller }: EnginePage): string => controller.presenceOf('me').customStatus;

describe('what is asked of the SDK beside statuses', () => {
  it('is the profiles of strangers, friends having come with their list', async () => {
    const page = new EnginePage();
    page.chat.friends = [friend('ana', { remark: 'Boss', profile: { nick: 'Ana', avatar: '' } })];
    page.chat.profiles.set('zoe', { userID: 'zoe', nick: 'Zoë', avatar: 'https://example.com/z' });
    page.chat.profiles.set('bare', { userID: 'bare', nick: '', avatar: '' });
    await page.start();
    const notified = observe(page, ['ana', 'zoe', 'bare', 'nobody']);
    await page.environment.pass(1_000);
    assert.deepEqual(page.chat.profileRequests, [['zoe', 'bare', 'nobody']]);
    const zoe = { userID: 'zoe', name: 'Zoë', avatar: 'https://example.com/z' };
    assert.deepEqual(notified, [zoe, { userID: 'bare' }]);
    const { directory } = page.controller;
    assert.deepEqual(directory.personOf('ana'), { userID: 'ana', name: 'Ana', remark: 'Boss' });
    assert.equal(directory.personOf('nobody'), undefined);
  });

  it('brings the changes of profiles', async () => {
    const page = await EnginePage.ready();
    page.chat.profiles.set('zoe', { userID: 'zoe', nick: 'Zoë' });
    const notified = observe(page, ['zoe']);
    await page.environment.pass(1_000);
    page.chat.emit('onProfileUpdated', [{ userID: 'zoe', nick: 'Zoe' }, null, { nick: 'x' }]);
    assert.deepEqual(notified.at(-1), { userID: 'zoe', name: 'Zoe' });
    page.chat.emit('onProfileUpdated', undefined);
    assert.deepEqual(page.environment.errors, []);
  });

  it('is the members of a group under the name that the group knows them by', async () => {
    const page = await EnginePage.ready();
    const members = Array.from({ length: 250 }, (_, index) => ({
      userID: `u${index}`,
      nick: `Nick ${index}`,
      nameCard: index === 0 ? 'The first' : '',
    }));
    page.chat.groups.set('g1', members);
    page.chat.set('u3', ONLINE);
    page.controller.directory.observeGroup('g1', () => undefined);
    page.controller.directory.observeGroup('not mine', () => undefined);
    await page.environment.pass(1_000);
    const group = page.controller.directory.groupOf('g1');
    assert.equal(group?.members.length, 250);
    assert.deepEqual(group.members.slice(0, 2), [
      { userID: 'u0', name: 'The first' },
      { userID: 'u1', name: 'Nick 1' },
    ]);
    assert.equal(group.onlineCount, 1);
    assert.deepEqual(page.controller.directory.groupOf('not mine')?.members, []);
  });

  it('is the own status, without the plan and the switch', async () => {
    const page = new EnginePage();
    page.chat.ability = false;
    await page.start('ana');
    await page.environment.pass(10_000);
    assert.equal(page.controller.state, 'unavailable');
    const set = page.controller.setOwnStatus('at lunch');
    assert.equal(words(page), 'at lunch');
    await page.environment.pass(1_000);
    await set;
    assert.deepEqual(page.chat.ownStatuses, ['at lunch']);
    assert.equal(words(page), 'at lunch');
    assert.equal(page.presenceOf('me'), 'online live');
    assert.equal(page.presenceOf('ana'), 'unknown none');
  });

  it('puts the own status back when the SDK refuses, and says why', async () => {
    const page = await EnginePage.ready();
    page.chat.refusal = sdkError(60018);
    let reason = '';
    page.controller.setOwnStatus('at lunch').catch((error: { reason: string }) => {
      ({ reason } = error);
    });
    await page.environment.pass(1_000);
    assert.equal(reason, 'rate-limited');
    assert.equal(words(page), '');
    assert.deepEqual(page.errors, []);
  });

  it('does not take an older query of the own status for newer than what was set', async () => {
    const page = new EnginePage().connect().login('me', { on: false });
    await page.environment.pass(1_000);
    const set = page.controller.setOwnStatus('at lunch');
    await page.environment.pass(1_000);
    await set;
    // Shortly after the login, whose query of the own status is still at hand.
    page.switchOfHost(true);
    await page.environment.pass(1_000);
    assert.equal(words(page), 'at lunch');
    page.chat.truth.set('me', { statusType: 1, customStatus: 'other' });
    page.chat.emit('onUserStatusUpdated', [{ userID: 'me', statusType: 1, customStatus: 'other' }]);
    page.switchOfHost(false);
    page.switchOfHost(true);
    await page.environment.pass(1_000);
    assert.equal(words(page), 'other');
  });

  it('fails with an SDK that lacks the method, or before the login', async () => {
    const page = new EnginePage();
    Object.assign(page.chat, { setSelfStatus: undefined, getUserProfile: undefined });
    await assert.rejects(page.controller.setOwnStatus('x'), { reason: 'not-logged-in' });
    await page.start();
    const notified = observe(page, ['zoe']);
    await assert.rejects(page.controller.setOwnStatus('x'), /setSelfStatus is missing/);
    await page.environment.pass(60_000);
    assert.deepEqual(notified, []);
    assert.deepEqual(page.environment.errors, []);
  });
});
