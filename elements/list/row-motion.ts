import type { Environment } from '../../src/environment.js';
import type { VirtualRow } from './list-items.js';

/** How long rows take to their new places, in ms. */
const DURATION = 150;

/** Changes of order that follow each other within this time are not animated, in ms. */
const REST = 1000;

/** The places of rows on the screen, by key, in px from the top of what is visible. */
export type RowPlaces = ReadonlyMap<string, number>;

/**
 * Animates rows from where they were to their new places after the order has changed. Not for a user
 * who asked for less motion, nor while the order changes all the time.
 */
export class RowMotion {
  readonly #environment: () => Environment;
  #movedAt = -Infinity;

  constructor(environment: () => Environment) {
    this.#environment = environment;
  }

  /** Moves the rows that are drawn at `now` from where they were before, if both can be seen. */
  play(rows: readonly VirtualRow[], before: RowPlaces, now: RowPlaces): void {
    const moved = rows.filter(({ key }) => distanceOf(key, before, now) !== 0);
    if (moved.length === 0) return;
    const at = this.#environment().elapsed();
    const isCalm = at - this.#movedAt >= REST;
    this.#movedAt = at;
    if (!isCalm || isMotionReduced()) return;
    for (const { key, element } of moved) {
      const distance = distanceOf(key, before, now);
      // A DOM without a screen has no animations.
      element.animate?.(
        { transform: [`translateY(${distance}px)`, 'none'] },
        {
          duration: DURATION,
          easing: 'ease-out',
        },
      );
    }
  }
}

/** How far a row has come, in px; 0 for one that was or is out of view. */
function distanceOf(key: string, before: RowPlaces, now: RowPlaces): number {
  const from = before.get(key);
  const to = now.get(key);
  return from === undefined || to === undefined ? 0 : from - to;
}

const isMotionReduced = (): boolean =>
  globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? true;
