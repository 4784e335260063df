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
  readonly payload?: {
    readonly operationType?: number;
    /** Of a notice to the user alone. */
    readonly groupProfile?: { readonly groupID?: string };
  };
}

/** The groups that someone has joined or left, the user too, by messages of the SDK's `onMessageReceived`. */
export function changedGroups(messages: unknown): ReadonlySet<string> {
  const tips = Array.isArray(messages) ? (messages as (GroupTip | undefined)[]) : [];
  return new Set(
    tips.flatMap((tip) => {
      const { operationType, groupProfile } = tip?.payload ?? {};
      const isOwn = tip?.type === 'TIMGroupSystemNoticeElem' && OWN_MEMBERSHIP.has(operationType);
      const isOthers = tip?.type === 'TIMGroupTipElem' && MEMBERSHIP.has(operationType);
      const groupID = isOwn ? groupProfile?.groupID : isOthers ? tip.to : undefined;
      return typeof groupID === 'string' ? [groupID] : [];
    }),
  );
}
