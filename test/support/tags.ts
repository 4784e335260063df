/** The tags of all elements. */
export const TAGS = [
  'tui-online-dot',
  'tui-contact-list',
  'tui-conversation-list',
  'tui-person',
  'tui-avatar-stack',
  'tui-own-status',
] as const;
