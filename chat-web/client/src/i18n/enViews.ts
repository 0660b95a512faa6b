/** Only for the views of mentions and drafts, which are loaded on demand. */
export const viewTexts = {
  mentions: 'Mentions',
  noMentions: 'No mentions',
  noMentionsHint: 'Messages in which someone mentions you with @ appear here.',
  mentionsFailed: 'Couldn’t load the mentions.',
  mentionsUnsupported: 'This server does not list mentions.',
  moreMentions: 'Show more mentions',
  unreadMention: 'Unread',
  drafts: 'Drafts',
  noDrafts: 'No drafts',
  noDraftsHint: 'Messages that you have begun to write appear here.',
  back: 'Back to conversations',
} as const;
