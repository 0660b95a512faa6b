import { useSyncExternalStore } from 'react';

const events = ['focus', 'blur'] as const;

function subscribe(listener: () => void) {
  events.forEach((event) => window.addEventListener(event, listener));
  document.addEventListener('visibilitychange', listener);
  return () => {
    events.forEach((event) => window.removeEventListener(event, listener));
    document.removeEventListener('visibilitychange', listener);
  };
}

/** Whether the page is visible and has the focus. */
export function usePageFocus(): boolean {
  return useSyncExternalStore(subscribe, () => document.visibilityState === 'visible' && document.hasFocus());
}
