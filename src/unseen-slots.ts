import type { SourceLimits } from './presence-source.js';
import { canGiveUp, GRACE, isOver } from './subscription-slot.js';
import type { Slot } from './subscription-slot.js';

/** Of what is not visible at most this share of all slots is kept: other tabs have the same slots. */
const UNSEEN = 1 / 3;

/** Returns how many slots of ours more than allowed have not been visible for the grace. */
export function unseenOverLimit(
  slots: Iterable<Slot>,
  { held }: SourceLimits,
  now: number,
): number {
  let unseen = -Math.floor(held * UNSEEN);
  for (const slot of slots) if (canGiveUp(slot) && isOver(slot.unseenSince, now)) unseen += 1;
  return unseen;
}

/** Returns when the next slot has been idle for the grace, or is one too many unseen, in ms. */
export function nextGiveUpAt(slots: Iterable<Slot>, limits: SourceLimits, now: number): number {
  const all = [...slots];
  const hasTooManyUnseen = unseenOverLimit(all, limits, Infinity) > 0;
  let at = Infinity;
  for (const slot of all) {
    if (!canGiveUp(slot)) continue;
    const since = slot.idleSince ?? (hasTooManyUnseen ? slot.unseenSince : undefined);
    if (since !== undefined && since + GRACE > now) at = Math.min(at, since + GRACE);
  }
  return at;
}
