/** Only for the previews of links, which are loaded on demand. */
export const previewTexts = {
  label: (host: string) => `Preview of ${host}`,
  hide: (host: string) => `Hide the preview of ${host}`,
  show: (host: string) => `Show the preview of ${host}`,
} as const;
