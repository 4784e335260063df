import { groupNotices } from './group-notices.js';

/** The SDK's numbers for a member who joins, leaves or is removed (`GRP_TIP_MBR_*`, Chat SDK 3.6.6). */
const MEMBERSHIP: ReadonlySet<unknown> = new Set([1, 2, 3]);

/**
 * Its numbers for notices that the user alone receives: let in, removed, or out by oneself on another
 * device; and the end of the group, for two reasons.
 */
const OWN_MEMBERSHIP: ReadonlySet<unknown> = new Set([2, 4, 5, 8, 11]);

interface GroupTip {
  readonly type?: string;
  /** The group. */
  readonly to?: string;
  readonly payload?: { readonly operationType?: number };
}

/** The groups that someone has joined or left, the user too, by messages of the SDK's `onMessageReceived`. */
export function changedGroups(messages: unknown): ReadonlySet<string> {
  const own = groupNotices(messages).filter(({ operationType }) =>
    OWN_MEMBERSHIP.has(operationType),
  );
  const tips = Array.isArray(messages) ? (messages as (GroupTip | undefined)[]) : [];
  const others = tips.flatMap((tip) => {
    const isMembership =
      tip?.type === 'TIMGroupTipElem' && MEMBERSHIP.has(tip.payload?.operationType);
    return isMembership && typeof tip.to === 'string' ? [tip.to] : [];
  });
  return new Set([...own.map(({ groupID }) => groupID), ...others]);
}
