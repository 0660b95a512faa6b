import { en } from './en';

/** Only for blocking people, which is loaded on demand. */
export const blockTexts = {
  ...en.block,
  block: 'Block',
  unblock: 'Unblock',
  question: (name: string) => `Block ${name}?`,
  hint: 'They can no longer write to you or add you to channels. In channels you share, you still see each other.',
  confirm: 'Block this person',
  list: 'Blocked people',
} as const;

/** Only for reports of messages, which are loaded on demand. */
export const reportTexts = {
  ...en.report,
  title: 'Report this message',
  hint: 'The owners and moderators of the channel will see your report. The message stays until they decide.',
  reason: 'Reason (optional)',
  send: 'Report',
  done: 'Thank you. The owners and moderators can see your report now.',
  gone: 'This message was deleted and can’t be reported any more.',
  list: 'Reported messages',
  listFailed: 'Couldn’t load the reports.',
  more: 'Show more reports',
  by: (name: string, when: string) => `Reported by ${name}, ${when}`,
  show: 'Show the message',
  resolve: 'Mark as resolved',
  resolvedBy: (name: string) => `Resolved by ${name}`,
} as const;
