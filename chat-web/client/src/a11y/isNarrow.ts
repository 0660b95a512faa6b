const NARROW = '(max-width: 719.98px)';
const PANEL_COVERS = '(max-width: 1079.98px)';

/** Whether the window shows either the list or the conversation. Keep the width in step with the style sheets. */
export function isNarrow(): boolean {
  return window.matchMedia(NARROW).matches;
}

/** Whether the panel with the details covers the conversation. Keep the width in step with the style sheets. */
export function panelCovers(): boolean {
  return window.matchMedia(PANEL_COVERS).matches;
}

export const followNarrow = (listener: () => void) => follow(NARROW, listener);
export const followPanelCovers = (listener: () => void) => follow(PANEL_COVERS, listener);

function follow(media: string, listener: () => void): () => void {
  const query = window.matchMedia(media);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
