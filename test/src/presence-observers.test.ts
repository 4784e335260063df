import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { PresenceObservers } from '../../src/presence-observers.js';
import type { Observer } from '../../src/presence-observers.js';

const observer = (...slots: number[]): Observer => ({
  listener: () => undefined,
  live: true,
  brief: false,
  isSilent: undefined,
  slots: Uint32Array.from(slots),
});

function visited(observers: PresenceObservers, slot: number): Observer[] {
  const seen: Observer[] = [];
  observers.each(slot, (each) => seen.push(each));
  return seen;
}

describe('PresenceObservers', () => {
  it('visits those of one user and nobody else', () => {
    const observers = new PresenceObservers();
    const [one, other] = [observer(1, 2), observer(2, 900)];
    observers.add(one);
    observers.add(other);
    assert.deepEqual(visited(observers, 0), []);
    assert.deepEqual(visited(observers, 1), [one]);
    assert.deepEqual(new Set(visited(observers, 2)), new Set([one, other]));
    assert.deepEqual(visited(observers, 900), [other]);
    assert.deepEqual(visited(observers, 5_000), []);
  });

  it('counts users, not observers', () => {
    const observers = new PresenceObservers();
    const [one, other] = [observer(1, 2), observer(2)];
    observers.add(one);
    observers.add(other);
    assert.equal(observers.observed, 2);
    observers.remove(one);
    assert.equal(observers.observed, 1);
    observers.remove(other);
    assert.equal(observers.observed, 0);
  });

  it('does not visit one that was removed in the same pass', () => {
    const observers = new PresenceObservers();
    const all = [observer(1), observer(1), observer(1)];
    for (const each of all) observers.add(each);
    const seen: Observer[] = [];
    observers.each(1, (each) => {
      seen.push(each);
      for (const other of all) if (other !== each) observers.remove(other);
    });
    assert.equal(seen.length, 1);
    assert.deepEqual(visited(observers, 1), seen);
  });

  it('does not visit one that was added in the same pass', () => {
    const observers = new PresenceObservers();
    for (let count = 0; count < 2; count++) observers.add(observer(1));
    let visits = 0;
    observers.each(1, () => {
      visits += 1;
      observers.add(observer(1));
    });
    assert.equal(visits, 2);
    assert.equal(visited(observers, 1).length, 4);
  });

  it('goes on after one removes itself', () => {
    const observers = new PresenceObservers();
    const all = [observer(1), observer(1), observer(1)];
    for (const each of all) observers.add(each);
    const seen = new Set<Observer>();
    observers.each(1, (each) => {
      seen.add(each);
      observers.remove(each);
    });
    assert.deepEqual(seen, new Set(all));
    assert.equal(observers.observed, 0);
  });

  it('does not visit one that is silent, for as long as it is', () => {
    const observers = new PresenceObservers();
    let isSilent = true;
    const shy = { ...observer(1, 2), isSilent: () => isSilent };
    const other = observer(2);
    observers.add(shy);
    observers.add(other);
    assert.deepEqual([visited(observers, 1), visited(observers, 2)], [[], [other]]);
    assert.equal(observers.observed, 2);
    isSilent = false;
    assert.deepEqual([visited(observers, 1), visited(observers, 2)], [[shy], [other, shy]]);
  });

  it('visits every observed user', () => {
    const observers = new PresenceObservers();
    observers.add(observer(3, 7));
    observers.add(observer(3));
    const slots: number[] = [];
    observers.eachSlot((slot) => slots.push(slot));
    assert.deepEqual(slots, [3, 7]);
  });

  it('is right after any history of adding and removing', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.uniqueArray(fc.nat({ max: 5 }), { maxLength: 4 }), fc.nat({ max: 9 })),
          { maxLength: 40, size: 'max' },
        ),
        (history) => {
          const observers = new PresenceObservers();
          const added: Observer[] = [];
          for (const next of history) {
            if (Array.isArray(next)) {
              const each = observer(...next);
              observers.add(each);
              added.push(each);
            } else {
              const [removed] = added.splice(next, 1);
              if (removed) observers.remove(removed);
            }
          }
          for (let slot = 0; slot <= 5; slot++) {
            const expected = added.filter(({ slots }) => slots.includes(slot));
            assert.deepEqual(new Set(visited(observers, slot)), new Set(expected));
          }
          assert.equal(observers.observed, new Set(added.flatMap(({ slots }) => [...slots])).size);
        },
      ),
    );
  });
});
