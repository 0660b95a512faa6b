/** Only for the viewer of pictures and the files of a conversation, which are loaded on demand. */
export const fileTexts = {
  viewer: 'Pictures',
  previous: 'Previous picture',
  next: 'Next picture',
  zoom: 'Original size',
  fit: 'Fit to the window',
  save: 'Download',
  download: (name: string) => `Download ${name}`,
  place: (name: string, number: number, count: number) => `${name}, ${number} of ${count}`,
  broken: 'This picture can’t be shown.',
  scrolls: (name: string) => `${name} in its original size`,

  panel: 'Files',
  kinds: 'Kinds of files',
  kind: { all: 'All', image: 'Pictures', video: 'Videos', audio: 'Audio', other: 'Other' },
  none: 'No files yet. Drop a file on the conversation to send it.',
  noneOfKind: 'No files of this kind.',
  open: (name: string) => `Open ${name}`,
  show: 'Show in conversation',
  more: 'Show more files',
  failed: 'Couldn’t load the files.',
} as const;
