import { lazy } from 'react';

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
  if (typeof requestIdleCallback === 'function') requestIdleCallback(load, { timeout: 5_000 });
  else setTimeout(load, 2_000);
}
