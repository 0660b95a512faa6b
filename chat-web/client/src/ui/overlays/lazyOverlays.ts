import { lazyPart } from '../../parts/lazyPart';
import { loadPart } from '../../parts/loadPart';

/**
 * Menus, dialogs and popovers. The library for them (react-aria-components) is not needed for the first screen: it is
 * loaded when the page is idle, or with the first overlay.
 */
export const MenuPopover = lazyPart(() => import('./MenuPopover'));
export const ModalDialog = lazyPart(() => import('./ModalDialog'));
export const InfoPopover = lazyPart(() => import('./InfoPopover'));

export function preloadOverlays() {
  void loadPart(() => Promise.all([import('./MenuPopover'), import('./ModalDialog'), import('./InfoPopover')]), {
    quiet: true,
  });
}
