import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { PresenceMap } from '../../src/presence-map.js';
import { PresenceNotifier } from '../../src/presence-notifier.js';
import type { Observer, PresenceListener } from '../../src/presence-notifier.js';
import { FakeEnvironment } from '../support/fake-environment.js';

/** A notifier over a map that the test fills. */
class World {
  readonly environment = new FakeEnvironment();
  readonly map = new PresenceMap();
  readonly notified: string[] = [];
  beforeFlush = (): void => undefined;
  readonly notifier = new PresenceNotifier({
    map: this.map,
    environment: this.environment,
    beforeFlush: () => this.beforeFlush(),
  });
  #version = 0;

  observe(name: string, userIDs: readonly string[], listener?: PresenceListener): Observer {
    const observer: Observer = {
      userIDs,
      live: true,
      listener: (userID, presence) => {
        this.notified.push(`${name}: ${userID} ${presence.status}`);
        listener?.(userID, presence);
      },
    };
    this.notifier.add(observer);
    return observer;
  }

  update(userID: string, statusType: number): void {
    this.#version += 1;
    this.map.apply({ userID, statusType, customStatus: '' }, this.#version, 0);
    this.notifier.requestFlushOfChanges();
  }

  /** Draws one frame, and returns the calls of listeners in it. */
  draw(): string[] {
    this.environment.draw();
    return this.notified.splice(0);
  }
}

describe('PresenceNotifier', () => {
  it('calls the observers of the user that has changed, and no others', () => {
    const world = new World();
    world.observe('one', ['ana', 'bob']);
    world.observe('other', ['bob', 'carol']);
    world.update('dave', 1);
    world.update('ana', 1);
    assert.deepEqual(world.draw(), ['one: ana online']);
    world.update('bob', 2);
    assert.deepEqual(world.draw(), ['one: bob offline', 'other: bob offline']);
  });

  it('calls once a frame, however many updates there were', () => {
    const world = new World();
    world.observe('one', ['ana']);
    for (const statusType of [1, 2, 3, 1]) world.update('ana', statusType);
    assert.deepEqual(world.draw(), ['one: ana online']);
    assert.deepEqual(world.draw(), []);
    assert.equal(world.notifier.notifications, 1);
  });

  it('asks for no frame while nothing has changed', () => {
    const world = new World();
    let flushes = 0;
    world.beforeFlush = () => (flushes += 1);
    world.notifier.requestFlushOfChanges();
    world.draw();
    assert.equal(flushes, 0);
    world.notifier.requestFlush();
    world.notifier.requestFlush();
    world.draw();
    assert.equal(flushes, 1);
  });

  it('notifies of what is put into the map before the flush, in the same frame', () => {
    const world = new World();
    world.observe('one', ['ana']);
    world.beforeFlush = () => world.update('ana', 1);
    world.notifier.requestFlush();
    assert.deepEqual(world.draw(), ['one: ana online']);
  });

  it('notifies of what a listener changes with the next frame', () => {
    const world = new World();
    world.observe('one', ['ana'], () => world.update('bob', 1));
    world.observe('other', ['bob']);
    world.update('ana', 1);
    assert.deepEqual(world.draw(), ['one: ana online']);
    assert.deepEqual(world.draw(), ['other: bob online']);
  });

  it('reports what a listener throws, and calls the others', () => {
    const world = new World();
    world.observe('one', ['ana'], () => {
      throw new Error('broken');
    });
    world.observe('other', ['ana']);
    world.update('ana', 1);
    assert.deepEqual(world.draw(), ['one: ana online', 'other: ana online']);
    assert.deepEqual(world.environment.errors.map(String), ['Error: broken']);
  });

  it('does not call an observer that an earlier listener has removed', () => {
    const world = new World();
    const observers: Observer[] = [];
    const removeOthers = (): void =>
      observers.slice(1).forEach((each) => world.notifier.remove(each));
    observers.push(world.observe('one', ['ana'], removeOthers), world.observe('other', ['ana']));
    world.update('ana', 1);
    assert.deepEqual(world.draw(), ['one: ana online']);
  });

  it('does not call an observer that a listener has just added', () => {
    const world = new World();
    world.observe('one', ['ana'], () => world.observe('late', ['ana']));
    world.update('ana', 1);
    assert.deepEqual(world.draw(), ['one: ana online']);
  });

  it('counts users and not observers', () => {
    const world = new World();
    const one = world.observe('one', ['ana', 'bob']);
    const other = world.observe('other', ['bob']);
    assert.equal(world.notifier.observedCount, 2);
    assert.deepEqual([...world.notifier.observedUsers], ['ana', 'bob']);
    assert.equal(world.notifier.remove(one), true);
    assert.equal(world.notifier.remove(one), false);
    assert.equal(world.notifier.observedCount, 1);
    world.notifier.remove(other);
    assert.equal(world.notifier.observedCount, 0);
  });

  it('calls the right observers after any history of adding and removing', () => {
    const users = ['a', 'b', 'c', 'd', 'e', 'f'];
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.uniqueArray(fc.constantFrom(...users), { maxLength: 4 }), fc.nat({ max: 9 })),
          { maxLength: 40, size: 'max' },
        ),
        (history) => {
          const world = new World();
          const added: { name: string; observer: Observer }[] = [];
          for (const [index, next] of history.entries()) {
            if (Array.isArray(next)) {
              const name = `${index}`;
              added.push({ name, observer: world.observe(name, next) });
            } else {
              const [removed] = added.splice(next, 1);
              if (removed) world.notifier.remove(removed.observer);
            }
          }
          for (const user of users) {
            world.update(user, 1);
            const expected = added.filter(({ observer }) => observer.userIDs.includes(user));
            assert.deepEqual(
              world.draw(),
              expected.map(({ name }) => `${name}: ${user} online`),
            );
          }
          const observed = new Set(added.flatMap(({ observer }) => observer.userIDs));
          assert.equal(world.notifier.observedCount, observed.size);
        },
      ),
    );
  });
});
