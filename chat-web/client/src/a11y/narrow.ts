/** Where list and conversation do not fit beside each other; the same width as in the style sheets. */
export function isNarrow(): boolean {
  return window.matchMedia('(max-width: 719.98px)').matches;
}
