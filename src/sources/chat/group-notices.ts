/** What the SDK tells the logged-in user alone about a group. */
export interface GroupNotice {
  readonly groupID: string;
  /** The SDK's number for what has happened. */
  readonly operationType: number | undefined;
  /** In seconds. */
  readonly time: number;
}

interface NoticeMessage {
  readonly type?: string;
  readonly time?: number;
  readonly payload?: {
    readonly operationType?: number;
    readonly groupProfile?: { readonly groupID?: string };
  };
}

/** The notices among the messages of the SDK's `onMessageReceived`. */
export function groupNotices(messages: unknown): readonly GroupNotice[] {
  if (!Array.isArray(messages)) return [];
  return (messages as (NoticeMessage | null | undefined)[]).flatMap((message) => {
    if (message?.type !== 'TIMGroupSystemNoticeElem') return [];
    const { operationType, groupProfile } = message.payload ?? {};
    const groupID = groupProfile?.groupID;
    if (typeof groupID !== 'string') return [];
    return [{ groupID, operationType, time: message.time ?? 0 }];
  });
}
