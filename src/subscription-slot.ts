/** Who subscribed a user: we, the engine by itself, or the page. The page's are never ended by us. */
export type SlotOwner = 'own' | 'engine' | 'host';

/** One of the subscriptions that the service allows (200 for one logged-in user). */
export interface Slot {
  owner: SlotOwner;
  /**
   * `pending`: to be requested (again); `subscribing`: requested; `uncertain`: requested while the
   * service was over its limit, so that even a successful response does not prove that it kept the
   * subscription; `subscribed`: confirmed; `unsubscribing`: its end is requested.
   */
  state: 'pending' | 'subscribing' | 'uncertain' | 'subscribed' | 'unsubscribing';
  /** Whether a status arrived after the service confirmed the subscription. */
  isVerified: boolean;
  /** The request that subscribes or unsubscribes the user, the last one if there are several. */
  requestId: number;
  /** The last request that was sent before the service confirmed the subscription. */
  confirmedBy: number;
  /** The query under way that is to verify the subscription; 0 if there is none. */
  verifyingId: number;
  /** When the last interest of any kind ended, in ms; `undefined` while there is some. */
  idleSince: number | undefined;
  /** When the last interest in a live status ended, in ms; `undefined` while there is some. */
  unseenSince: number | undefined;
}

/** A user without interest keeps the slot this long, in ms: the element may only be moving. */
export const GRACE = 5_000;

/** A slot whose subscription has just been requested. */
export function newSlot(owner: SlotOwner, requestId: number): Slot {
  return {
    owner,
    state: 'subscribing',
    isVerified: false,
    requestId,
    confirmedBy: 0,
    verifyingId: 0,
    idleSince: undefined,
    unseenSince: undefined,
  };
}

/** The service has confirmed the subscription. `lastRequestId` is the last request sent by now. */
export function confirmSlot(slot: Slot, lastRequestId: number): void {
  if (slot.state === 'uncertain') {
    doubtSlot(slot);
  } else if (slot.state === 'subscribing') {
    slot.state = 'subscribed';
    slot.confirmedBy = lastRequestId;
  }
}

/** What became of the subscription is not known: it is requested again. */
export function doubtSlot(slot: Slot): void {
  slot.state = 'pending';
  slot.isVerified = false;
  slot.verifyingId = 0;
}

/** Statuses are off, and what is known of the user is forgotten; the subscription stays. */
export function suspendSlot(slot: Slot): void {
  if (slot.state !== 'subscribed') doubtSlot(slot);
  slot.isVerified = false;
  slot.verifyingId = 0;
}

export function countOf(state: Slot['state'], slots: Iterable<Slot>): number {
  let count = 0;
  for (const slot of slots) if (slot.state === state) count += 1;
  return count;
}

/** Whether a slot of ours may be given up, as far as the service has it. */
export function canGiveUp({ owner, state }: Slot): boolean {
  return owner === 'own' && (state === 'subscribed' || state === 'pending');
}

/** Whether a slot of ours has had no interest for the grace. */
export function isIdle({ owner, idleSince }: Slot, now: number): boolean {
  return owner === 'own' && isOver(idleSince, now);
}

/** Whether the grace that began at a time, if at all, is over. */
export function isOver(since: number | undefined, now: number): boolean {
  return since !== undefined && since + GRACE <= now;
}
