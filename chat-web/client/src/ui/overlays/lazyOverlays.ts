import { lazyPart } from '../../parts/lazyPart';
import { loadPart } from '../../parts/loadPart';

/** On a slow network the first messages need all of it; a page that waits for them is idle too. */
const PRELOAD_AFTER_MS = 4_000;

/**
 * Menus, dialogs and popovers. The library for them (react-aria-components) is not needed for the first screen: it is
 * loaded when the page is idle, or with the first overlay.
 */
export const MenuPopover = lazyPart(() => import('./MenuPopover'));
export const ModalDialog = lazyPart(() => import('./ModalDialog'));
export const InfoPopover = lazyPart(() => import('./InfoPopover'));

export function preloadOverlays() {
  const load = () =>
    void loadPart(() => Promise.all([import('./MenuPopover'), import('./ModalDialog'), import('./InfoPopover')]), {
      quiet: true,
    });
  // Safari has no requestIdleCallback.
  const idle = typeof requestIdleCallback === 'function' ? () => requestIdleCallback(load, { timeout: 5_000 }) : load;
  setTimeout(idle, PRELOAD_AFTER_MS);
}
