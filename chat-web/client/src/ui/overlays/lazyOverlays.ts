import { lazy } from 'react';

/** On a slow network the first messages need all of it; a page that waits for them is idle too. */
const PRELOAD_AFTER_MS = 4_000;

/**
 * Menus, dialogs and popovers. The library for them (react-aria-components) is not needed for the first screen: it is
 * loaded when the page is idle, or with the first overlay.
 */
export const MenuPopover = lazy(() => import('./MenuPopover'));
export const ModalDialog = lazy(() => import('./ModalDialog'));
export const InfoPopover = lazy(() => import('./InfoPopover'));

export function preloadOverlays() {
  const load = () => void Promise.all([import('./MenuPopover'), import('./ModalDialog'), import('./InfoPopover')]);
  // Safari has no requestIdleCallback.
  const idle = typeof requestIdleCallback === 'function' ? () => requestIdleCallback(load, { timeout: 5_000 }) : load;
  setTimeout(idle, PRELOAD_AFTER_MS);
}
