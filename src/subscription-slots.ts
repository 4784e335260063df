import type { Interest } from './interest.js';
import type { SourceLimits } from './presence-source.js';
import type { PlannedCall } from './planned-call.js';
import { canGiveUp, confirmSlot, countOf, doubtSlot, isIdle, isOver } from './subscription-slot.js';
import { newSlot, suspendSlot, type Slot, type SlotOwner } from './subscription-slot.js';
import { nextGiveUpAt, unseenOverLimit } from './unseen-slots.js';
import { WaitingUsers } from './waiting-users.js';

/** The share of all slots kept free for what the engine and the page subscribe. */
const HEADROOM = 0.1;
/** At least this share of all slots is given up at once, so that scrolling takes few calls. */
const GIVE_UP = 0.1;
/** A user whom the service would not unsubscribe is tried again after this long, in ms. */
const RETRY_UNSUBSCRIBE = 60_000;

/**
 * The subscriptions that count against the service's limit, ours and others', least recently wanted
 * first, and the users who wait for one. Pure; part of the planner.
 *
 * Users wanted live are subscribed as far as slots go. A user who is not visible keeps the slot until
 * it is needed, or until more than a third of all slots are of such users. Then the least recently
 * wanted is unsubscribed first, by a call of ours: the slots here and at the service remain the same.
 */
export class SubscriptionSlots {
  readonly #limits: SourceLimits;
  readonly #interest: Interest;
  readonly #slots = new Map<string, Slot>();
  readonly #waiting = new WaitingUsers();
  /** Users of the engine whose slot we needed: the engine still shows them, so we query them. */
  readonly #takenFromEngine = new Set<string>();
  /** Slots kept free for subscriptions that the engine is about to make. */
  #reserved = 0;
  #evicted = 0;

  constructor(limits: SourceLimits, interest: Interest) {
    this.#limits = limits;
    this.#interest = interest;
  }

  get size(): number {
    return this.#slots.size;
  }

  /** Slots given up for others, and subscriptions that the service took away. */
  get evicted(): number {
    return this.#evicted;
  }

  get waiting(): Iterable<string> {
    return this.#waiting.all;
  }

  get hasWaiting(): boolean {
    return this.#waiting.all.size > 0;
  }

  get(userID: string): Slot | undefined {
    return this.#slots.get(userID);
  }

  entries(): Iterable<[string, Slot]> {
    return this.#slots;
  }

  ownedBy(owner: SlotOwner): string[] {
    return [...this.#slots].flatMap(([userID, slot]) => (slot.owner === owner ? [userID] : []));
  }

  isLive(userID: string): boolean {
    const slot = this.#slots.get(userID);
    return slot !== undefined && slot.state === 'subscribed' && slot.isVerified;
  }

  interestAdded(userID: string): void {
    const slot = this.#slots.get(userID);
    const isWantedLive = this.#interest.isWantedLive(userID);
    if (slot) slot.idleSince = undefined;
    else if (isWantedLive) this.#waiting.add(userID);
    if (slot && isWantedLive) slot.unseenSince = undefined;
  }

  interestRemoved(userID: string, live: boolean, now: number): void {
    const slot = this.#slots.get(userID);
    if (live && !this.#interest.isWantedLive(userID)) {
      this.#waiting.delete(userID);
      if (slot) {
        slot.unseenSince = now;
        this.#moveToEnd(userID, slot);
      }
    }
    if (slot && !this.#interest.isWanted(userID)) slot.idleSince = now;
  }

  currentUserChanged(before: string | undefined): void {
    const now = this.#interest.currentUser;
    if (now !== undefined) this.#waiting.delete(now);
    if (before !== undefined && this.#interest.isWantedLive(before)) this.#waiting.add(before);
  }

  open(userID: string, owner: SlotOwner, requestId: number, now: number): Slot {
    const slot = newSlot(owner, requestId);
    if (!this.#interest.isWanted(userID)) slot.idleSince = now;
    if (!this.#interest.isWantedLive(userID)) slot.unseenSince = now;
    this.#slots.set(userID, slot);
    this.#waiting.delete(userID);
    return slot;
  }

  adopt(userIDs: readonly string[], now: number): void {
    const unknown = userIDs.filter((userID) => !this.#slots.has(userID));
    for (const userID of unknown) doubtSlot(this.open(userID, 'own', 0, now));
  }

  close(userID: string): void {
    if (this.#slots.delete(userID) && this.#interest.isWantedLive(userID)) {
      this.#waiting.add(userID);
    }
  }

  closeAll(keepsOthers = false): void {
    for (const [userID, slot] of [...this.#slots]) {
      if (!keepsOthers || slot.owner === 'own') this.close(userID);
      else suspendSlot(slot);
    }
    for (const userID of this.#takenFromEngine) this.#interest.remove(userID, false);
    this.#takenFromEngine.clear();
    this.#waiting.forgetRefusals();
    this.#reserved = 0;
  }

  doubtAll(): void {
    for (const slot of this.#slots.values()) doubtSlot(slot);
  }

  lost(slot: Slot): void {
    doubtSlot(slot);
    this.#evicted += 1;
  }

  forgetUnwanted(now: number): void {
    this.#waiting.forgetUnwanted(now);
  }

  /** The response to a call of ours has come; `lastRequestId` is the last request sent by now. */
  responded(
    { kind, userIDs, requestId }: PlannedCall,
    refused: ReadonlySet<string>,
    lastRequestId: number,
    now: number,
  ): void {
    for (const userID of userIDs) {
      const slot = this.#slots.get(userID);
      if (slot?.requestId !== requestId) continue;
      const isRefused = refused.has(userID);
      if (kind === 'unsubscribe') {
        if (isRefused) this.#keep(userID, slot, now);
        else this.close(userID);
      } else if (isRefused) {
        this.close(userID);
        this.#waiting.refuse(userID, now);
      } else {
        confirmSlot(slot, lastRequestId);
        this.#waiting.forgetRefusal(userID);
      }
    }
  }

  /** Keeps slots free for those of these users who have none: the engine is about to subscribe them. */
  reserve(userIDs: readonly string[]): void {
    const without = userIDs.filter((userID) => !this.#slots.has(userID));
    this.#reserved = Math.min(without.length, this.#limits.subscribe);
  }

  /** A request of the engine or the page subscribes these users: their slots are taken from now on. */
  openExternal(
    userIDs: readonly string[],
    owner: SlotOwner,
    requestId: number,
    now: number,
  ): string[] {
    for (const userID of userIDs) {
      const known = this.#slots.get(userID);
      if (owner === 'engine' && !known && this.#reserved > 0) this.#reserved -= 1;
      const slot = known ?? this.open(userID, owner, requestId, now);
      if (owner === 'host') slot.owner = owner;
      if (slot.state === 'subscribed') continue;
      // The last request is answered last, so its result counts.
      if (slot.state === 'unsubscribing') slot.state = 'subscribing';
      slot.requestId = requestId;
    }
    return this.#doubtIfOverLimit();
  }

  nextGiveUpAt(now: number): number {
    return nextGiveUpAt(this.#slots.values(), this.#limits, now);
  }

  /** Picks the users to unsubscribe now, and marks their slots with the request. */
  pickUnsubscribed(requestId: number, now: number): string[] {
    const picked: string[] = [];
    let needed = this.#slotsNeeded(now);
    if (needed > 0) needed = Math.max(needed, Math.floor(this.#limits.held * GIVE_UP));
    // Over the limit even users on screen have to give way; they are queried instead.
    let over =
      this.#slots.size - this.#limits.held - countOf('unsubscribing', this.#slots.values());
    let unseen = unseenOverLimit(this.#slots.values(), this.#limits, now);
    if (unseen > 0) unseen += Math.floor(this.#limits.held * GIVE_UP);
    for (const onScreen of [false, true]) {
      for (const [userID, slot] of this.#slots) {
        if (picked.length === this.#limits.subscribe) return picked;
        if (slot.owner === 'host') continue;
        if (slot.state !== 'subscribed' && slot.state !== 'pending') continue;
        if (this.#interest.isWantedLive(userID) !== onScreen) continue;
        const isUnseen = canGiveUp(slot) && isOver(slot.unseenSince, now);
        const hasEnded = isIdle(slot, now) || (isUnseen && unseen > 0);
        if (!hasEnded && (onScreen ? over : needed) <= 0) continue;
        if (!hasEnded) this.#evicted += 1;
        if (slot.owner === 'engine') this.#queryInstead(userID);
        needed -= 1;
        over -= 1;
        if (isUnseen) unseen -= 1;
        slot.state = 'unsubscribing';
        slot.requestId = requestId;
        slot.isVerified = false;
        picked.push(userID);
      }
    }
    return picked;
  }

  /** Picks the users to subscribe now, and marks their slots with the request. */
  pickSubscribed(requestId: number, now: number): string[] {
    const picked: string[] = [];
    if (this.#slots.size > this.#limits.held) return picked;
    for (const onScreen of [true, false]) {
      for (const [userID, slot] of this.#slots) {
        if (picked.length === this.#limits.subscribe) return picked;
        if (slot.state !== 'pending' || this.#interest.isWantedLive(userID) !== onScreen) continue;
        // It would be given up next.
        if (slot.owner === 'own' && slot.idleSince !== undefined) continue;
        slot.state = 'subscribing';
        slot.requestId = requestId;
        picked.push(userID);
      }
    }
    for (const userID of this.#waiting.accepted(now)) {
      if (picked.length === this.#limits.subscribe || this.#room <= 0) break;
      this.open(userID, 'own', requestId, now);
      picked.push(userID);
    }
    return picked;
  }

  get #room(): number {
    return Math.floor(this.#limits.held * (1 - HEADROOM)) - this.#reserved - this.#slots.size;
  }

  #slotsNeeded(now: number): number {
    const waiting = [...this.#waiting.accepted(now)].length;
    return waiting - this.#room - countOf('unsubscribing', this.#slots.values());
  }

  /**
   * Others took the total over the limit, so the service has dropped the oldest; which those are
   * depends on the order it worked in. So all are subscribed again, once there is room. Returns the
   * users to query.
   */
  #doubtIfOverLimit(): string[] {
    const over = this.#slots.size - this.#limits.held;
    if (over <= 0) return [];
    this.#evicted += over;
    const doubted: string[] = [];
    for (const [userID, slot] of this.#slots) {
      if (slot.state === 'subscribing') slot.state = 'uncertain';
      if (slot.state !== 'subscribed') continue;
      doubtSlot(slot);
      doubted.push(userID);
    }
    return doubted;
  }

  /** The service refused to unsubscribe the user: others go first, this one is tried again later. */
  #keep(userID: string, slot: Slot, now: number): void {
    this.#moveToEnd(userID, slot);
    doubtSlot(slot);
    if (slot.idleSince !== undefined) slot.idleSince = now + RETRY_UNSUBSCRIBE;
    if (slot.unseenSince !== undefined) slot.unseenSince = now + RETRY_UNSUBSCRIBE;
  }

  #moveToEnd(userID: string, slot: Slot): void {
    this.#slots.delete(userID);
    this.#slots.set(userID, slot);
  }

  #queryInstead(userID: string): void {
    if (this.#takenFromEngine.has(userID)) return;
    this.#takenFromEngine.add(userID);
    this.#interest.add(userID, false);
  }
}
