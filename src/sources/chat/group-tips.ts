/** The SDK's numbers for a member who joins, leaves or is removed (`GRP_TIP_MBR_*`, Chat SDK 3.6.6). */
const MEMBERSHIP: ReadonlySet<unknown> = new Set([1, 2, 3]);

interface GroupTip {
  readonly type?: string;
  /** The group. */
  readonly to?: string;
  readonly payload?: { readonly operationType?: number };
}

/** The groups that someone has joined or left, by messages of the SDK's `onMessageReceived`. */
export function changedGroups(messages: unknown): ReadonlySet<string> {
  const tips = Array.isArray(messages) ? (messages as (GroupTip | undefined)[]) : [];
  return new Set(
    tips.flatMap((tip) => {
      const isMembership =
        tip?.type === 'TIMGroupTipElem' && MEMBERSHIP.has(tip.payload?.operationType);
      return isMembership && typeof tip.to === 'string' ? [tip.to] : [];
    }),
  );
}
