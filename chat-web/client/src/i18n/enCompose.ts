import { en } from './en';

/** Only for what assists with writing, which is loaded on demand. */
export const composeTexts = {
  ...en.compose,
  suggestions: 'Suggestions',
  suggestionCount: (count: number) => (count === 1 ? '1 suggestion' : `${count} suggestions`),
  formats: {
    bold: 'Bold',
    italic: 'Italic',
    strike: 'Strikethrough',
    code: 'Code',
    link: 'Link',
    quote: 'Quote',
    bullets: 'Bullet list',
    numbers: 'Numbered list',
  },
  formatHints: {
    bold: 'Bold (Ctrl+B)',
    italic: 'Italic (Ctrl+I)',
    strike: 'Strikethrough (Ctrl+Shift+X)',
    code: 'Code (Ctrl+E)',
    link: 'Link',
    quote: 'Quote',
    bullets: 'Bullet list',
    numbers: 'Numbered list',
  },
  enterSends: 'Enter sends the message',
  channel: 'Notify all members',
  here: 'Notify members who are online',
  everyoneTitle: (count: number) => `Notify ${count} people?`,
  everyoneHint: 'Your message mentions all members of this channel.',
  everyoneSend: 'Send and notify',
  cancel: 'Cancel',
  notMembers: (names: string, count: number) =>
    count === 1
      ? `${names} isn’t a member of this conversation and won’t see your message.`
      : `${names} aren’t members of this conversation and won’t see your message.`,
  add: (count: number) => (count === 1 ? 'Add' : `Add ${count} people`),
  addFailed: 'Couldn’t add them. Please try again.',
} as const;

/** Only for the emoji picker, which is loaded on demand. */
export const emojiTexts = {
  ...en.emoji,
  search: 'Search emoji',
  found: 'Emoji found',
  none: 'No emoji found',
  recent: 'Recently used',
  group: 'Category',
  groups: {
    0: 'Smileys',
    1: 'People',
    3: 'Animals and nature',
    4: 'Food and drink',
    5: 'Travel and places',
    6: 'Activities',
    7: 'Objects',
    8: 'Symbols',
    9: 'Flags',
  } as Record<number, string>,
  tone: (name: string) => `Skin tone: ${name}`,
  tones: ['none', 'light', 'medium-light', 'medium', 'medium-dark', 'dark'],
} as const;
