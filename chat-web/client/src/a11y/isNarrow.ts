/** Whether the window shows either the list or the conversation. Keep the width in step with the style sheets. */
export function isNarrow(): boolean {
  return window.matchMedia('(max-width: 719.98px)').matches;
}
