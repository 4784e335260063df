/** The tags of all elements. */
export const TAGS = [
  'tui-avatar-stack',
  'tui-contact-list',
  'tui-conversation-list',
  'tui-online-dot',
  'tui-own-status',
  'tui-person',
];
