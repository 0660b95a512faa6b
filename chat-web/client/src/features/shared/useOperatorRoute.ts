import { useSyncExternalStore } from 'react';

export const operatorHref = '#/operator';

function subscribe(listener: () => void) {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** Whether the URL is that of the operator page. */
export function useOperatorRoute(): boolean {
  return useSyncExternalStore(subscribe, () => location.hash === operatorHref);
}
