/** Only for the quick switcher, which is loaded on demand. */
export const switcherTexts = {
  searchMessages: (query: string) => (query ? `Search messages for “${query}”` : 'Search messages'),
  title: 'Go to conversation or person',
  newMessage: 'Write to someone',
  placeholder: 'Find people and channels',
  results: 'Conversations and people',
  none: 'Nothing found',
  noneHint: 'Try part of a name.',
  failed: 'Couldn’t search all people.',
  unread: (count: number) => `${count} unread`,
  hint: '↑ ↓ to move, Enter to open, Escape to close',
  notOpened: 'Couldn’t open the conversation.',
} as const;
