import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { RateLimiter } from '../../src/rate-limiter.js';

const WINDOW = 5_000;

/** The most of these times in any 5 s. */
function most(times: readonly number[]): number {
  return Math.max(
    0,
    ...times.map((from) => times.filter((at) => at >= from && at < from + WINDOW).length),
  );
}

/** When calls go out while there is always one more to make. */
function calls(limiter: RateLimiter, count: number, from: number): number[] {
  const times: number[] = [];
  let now = from;
  for (let call = 0; call < count; call++) {
    now = limiter.nextAt(now);
    limiter.spend(now);
    times.push(now);
  }
  return times;
}

describe('RateLimiter', () => {
  it('lets a few calls out at once', () => {
    assert.deepEqual(calls(new RateLimiter(), 3, 1_000_000), [1_000_000, 1_000_000, 1_000_000]);
  });

  it('makes at most ten calls in any 5 s, and nearly as many', () => {
    const times = calls(new RateLimiter(), 200, 1_000_000);
    assert.ok(most(times) <= 10, `${most(times)} calls in 5 s`);
    assert.ok(most(times) >= 9);
    assert.ok(times.at(-1)! - times[0]! <= 200 * 750, 'and does not slow down');
  });

  it('returns the same until a call is made', () => {
    const limiter = new RateLimiter();
    calls(limiter, 5, 1_000_000);
    const next = limiter.nextAt(1_000_900);
    assert.equal(limiter.nextAt(1_000_900), next);
    assert.equal(limiter.nextAt(next), next);
  });

  it('saves up no more than a few calls in a quiet hour', () => {
    const limiter = new RateLimiter();
    calls(limiter, 5, 1_000_000);
    const times = calls(limiter, 20, 4_600_000);
    assert.equal(times.filter((at) => at === 4_600_000).length, 3);
    assert.ok(most(times) <= 10);
  });

  it('makes at most ten calls in any 5 s, whatever the times of the requests', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            wait: fc.constantFrom(0, 1, 100, 719, 720, 721, 1_500, 4_999, 5_000, 20_000),
            calls: fc.integer({ min: 0, max: 12 }),
            outcome: fc.constantFrom('none', 'none', 'succeeded', 'failed', 'elsewhere'),
          }),
          { maxLength: 60, size: 'max' },
        ),
        (history) => {
          const limiter = new RateLimiter();
          const times: number[] = [];
          let now = 1_000_000;
          for (const { wait, calls, outcome } of history) {
            now += wait;
            for (let call = 0; call < calls; call++) {
              const next = limiter.nextAt(now);
              assert.ok(next >= now && next <= now + 40_000, `waits ${next - now} ms`);
              if (next > now) break;
              limiter.spend(now);
              times.push(now);
            }
            if (outcome === 'succeeded') limiter.succeeded();
            if (outcome === 'failed') limiter.failed(now, 0.5);
            if (outcome === 'elsewhere') limiter.addExternalCall(now);
          }
          assert.ok(most(times) <= 10, `${most(times)} calls in 5 s`);
        },
      ),
      { numRuns: 300 },
    );
  });

  describe("the page's own calls", () => {
    it('are left alone up to eight in 5 s', () => {
      const limiter = new RateLimiter();
      for (let call = 0; call < 8; call++) limiter.addExternalCall(1_000_000);
      assert.equal(limiter.nextAt(1_000_000), 1_000_000);
    });

    it('beyond that are waited for', () => {
      const limiter = new RateLimiter();
      for (let call = 0; call < 9; call++) limiter.addExternalCall(1_000_000 + call * 100);
      assert.equal(limiter.nextAt(1_001_000), 1_005_000);
      assert.equal(limiter.nextAt(1_005_000), 1_005_000);
    });

    it('and ours stay below twenty, unless the page takes more than half by itself', () => {
      fc.assert(
        fc.property(
          fc.array(fc.constantFrom<'ours' | 'theirs' | number>('ours', 'ours', 'theirs', 50, 700), {
            maxLength: 150,
            size: 'max',
          }),
          (history) => {
            const limiter = new RateLimiter();
            const all: number[] = [];
            const theirs: number[] = [];
            let now = 1_000_000;
            for (const next of history) {
              if (typeof next === 'number') now += next;
              else if (next === 'theirs' && theirs.filter((at) => at > now - WINDOW).length < 10) {
                limiter.addExternalCall(now);
                theirs.push(now);
                all.push(now);
              } else if (next === 'ours' && limiter.nextAt(now) <= now) {
                limiter.spend(now);
                all.push(now);
              }
            }
            assert.ok(most(all) <= 20, `${most(all)} calls in 5 s`);
          },
        ),
        { numRuns: 300 },
      );
    });
  });

  describe('a refusal', () => {
    const waits = (random: number, failures: number): number[] => {
      const limiter = new RateLimiter();
      let now = 1_000_000;
      return Array.from({ length: failures }, () => {
        limiter.failed(now, random);
        const wait = limiter.nextAt(now) - now;
        now += wait + 10_000;
        return wait;
      });
    };

    it('is followed by growing waits of up to half a minute', () => {
      assert.deepEqual(waits(0.5, 8), [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
    });

    it('is followed by a wait with jitter', () => {
      assert.deepEqual(waits(0, 2), [750, 1_500]);
      assert.deepEqual(waits(1, 2), [1_250, 2_500]);
    });

    it('is followed by half a minute after any number of them', () => {
      assert.equal(waits(0.5, 2_000).at(-1), 30_000);
    });

    it('is forgotten with the next success', () => {
      const limiter = new RateLimiter();
      limiter.failed(1_000_000, 0.5);
      limiter.failed(1_000_000, 0.5);
      limiter.succeeded();
      assert.equal(limiter.nextAt(1_000_000), 1_000_000);
      limiter.failed(1_000_000, 0.5);
      assert.equal(limiter.nextAt(1_000_000), 1_001_000);
    });
  });
});
