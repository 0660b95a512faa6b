import type { KeyboardEvent } from 'react';

/**
 * The keys of a search field above a list of results. Enter takes the first result if none has the focus: results can
 * change after the last key. Escape closes at once, where the field would only clear itself.
 */
export function takeFirst(event: KeyboardEvent<HTMLElement>, take: (() => void) | undefined, close: () => void) {
  if (event.nativeEvent.isComposing) return;
  if (event.key === 'Escape') {
    event.stopPropagation();
    close();
  }
  if (event.key !== 'Enter' || !take) return;
  if (event.currentTarget.querySelector('[role="option"][data-focused]')) return;
  event.preventDefault();
  event.stopPropagation();
  take();
}
