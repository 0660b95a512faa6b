/** Only for the search of messages, which is loaded on demand. */
export const searchTexts = {
  title: 'Search messages',
  field: 'Search messages',
  placeholder: 'Words, "a phrase", from:name …',
  submit: 'Search',
  clear: 'Clear',
  operators: 'Narrow the search',
  operator: {
    'from:': 'sent by a person, or by me',
    'in:': 'in a channel, or with a person: in:@name',
    'mentions:': 'mentioning a person, or me',
    'before:': 'before a day: 2026-03-01',
    'after:': 'after a day',
    'on:': 'on a day',
    'has:link': 'with a link',
    'has:reaction': 'with a reaction',
  },
  hint: 'Search in all your conversations. Use "…" for a phrase, - to exclude a word and * for the beginning of a word.',
  none: 'Nothing found',
  noneHint: 'Try fewer or other words. Words are found whole: add * to find what begins with one.',
  count: (total: number | undefined, shown: number) =>
    total === undefined ? `More than ${shown} messages` : total === 1 ? '1 message' : `${total} messages`,
  to: (name: string) => `to ${name}`,
  more: 'Show more messages',
  failed: 'Couldn’t search.',
  unavailable: 'Search is not available at the moment. You can go on chatting.',
  refused: (reason: string) => `That query doesn’t work: ${reason}.`,
} as const;
