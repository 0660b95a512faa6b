const NARROW = '(max-width: 719.98px)';

/** Whether the window shows either the list or the conversation. Keep the width in step with the style sheets. */
export function isNarrow(): boolean {
  return window.matchMedia(NARROW).matches;
}

export function followNarrow(listener: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
