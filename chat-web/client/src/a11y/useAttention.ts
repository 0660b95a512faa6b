import { useSyncExternalStore } from 'react';

const signs = ['focus', 'blur'] as const;

function subscribe(listener: () => void) {
  signs.forEach((sign) => window.addEventListener(sign, listener));
  document.addEventListener('visibilitychange', listener);
  return () => {
    signs.forEach((sign) => window.removeEventListener(sign, listener));
    document.removeEventListener('visibilitychange', listener);
  };
}

/** Whether a person is looking: the page is in view and has the focus. */
export function useAttention(): boolean {
  return useSyncExternalStore(subscribe, () => document.visibilityState === 'visible' && document.hasFocus());
}
