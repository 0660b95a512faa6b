import { en } from './en';

/** Only for the dialogs with settings, which are loaded on demand. */
export const hoursTexts = {
  title: 'Working hours',
  only: 'Only notify me during these hours',
  days: 'Days',
  from: 'From',
  to: 'To',
  zone: (zone: string) =>
    `In the time zone ${zone}. Hours that end before they begin end on the next day. People who write to you outside of them see your local time.`,
  invalid: 'Choose at least one day, and an end that differs from the beginning.',
  save: 'Save working hours',
  saved: 'Saved.',
} as const;

/** Only for the profile, one’s own and that of others. */
export const profileTexts = {
  ...en.profile,
  write: 'Message',
  mention: 'Mention',
  edit: 'Edit profile',
  name: 'Display name',
  saveName: 'Save name',
  saved: 'Saved.',
  hideLastSeen: 'Don’t show others when I was last online',
  region: 'Language and region',
  language: 'Dates and times',
  browserLanguage: (name: string) => `As in this browser (${name})`,
  zone: 'Time zone',
  noZone: 'Not shown to others',
  zoneHint: 'Others see your local time in your profile, and when they write to you outside of your working hours.',
  password: 'Password',
  currentPassword: 'Current password',
  newPassword: 'New password',
  endOthers: 'Sign out on all other devices',
  changePassword: 'Change password',
  wrongPassword: 'The current password is incorrect.',
  weakPassword: 'This password is too easy to guess.',
  passwordUnsure: 'The password may have been changed already.',
} as const;

/** Only for the dialog to set a status. */
export const statusTexts = {
  title: 'Status',
  text: 'What’s happening?',
  tooLong: 'Use at most 100 characters.',
  chooseEmoji: 'Choose an emoji',
  changeEmoji: (emoji: string) => `Emoji: ${emoji}`,
  suggestions: 'Suggestions',
  presets: {
    meeting: 'In a meeting',
    lunch: 'At lunch',
    remote: 'Working remotely',
    sick: 'Out sick',
    vacation: 'On vacation',
  },
  clearAfter: 'Remove the status',
  never: 'When I remove it',
  clear: 'Remove status',
  save: 'Save',
} as const;

/** Only for the settings of alerts. */
export const alertTexts = {
  ...en.alerts,
  level: 'Notify me about',
  byDefault: { direct: 'Default for direct messages', group: 'Default for channels' },
  levels: { all: 'All messages', mentions: 'Mentions and keywords', nothing: 'Nothing' },
  mute: 'Mute',
  notMuted: 'Not muted',
  mutedUntil: (when: string) => `Muted until ${when}`,
  mutedHint: 'You are still notified when someone mentions you by name. Choose “Nothing” to stop that, too.',
  unmute: 'Unmute',
  pauseUntil: 'Until the morning of',
  pauseNow: 'Pause',
  what: 'Notify me about',
  how: 'How',
  settings: {
    direct: 'Direct messages',
    mentions: 'Mentions and keywords in channels',
    channel: '@channel and @here',
    everything: 'All messages in channels',
    desktop: 'Desktop notifications',
    sound: 'Sound',
  },
  keywords: 'Keywords',
  keywordsHint: 'Up to 50 words, one in each line. A message that contains one of them counts like a mention.',
  saveKeywords: 'Save keywords',
  notAllowed: 'Your browser shows no notifications of Parley yet.',
  allow: 'Allow notifications',
  blocked: 'Your browser blocks notifications of Parley. You can allow them in its settings for this site.',
} as const;
