import { lazyPart } from '../../parts/lazyPart';
import { OverlayPart } from '../../ui/overlays/OverlayPart';
import { show, useShell } from '../shared/shell';

const QuickSwitcher = lazyPart(() => import('../switcher/QuickSwitcher'));
const NewChannel = lazyPart(() => import('../channels/NewChannel'));
const StatusDialog = lazyPart(() => import('./StatusDialog'));
const ProfileDialog = lazyPart(() => import('./ProfileDialog'));
const AlertsDialog = lazyPart(() => import('./AlertsDialog'));
const FolderDialog = lazyPart(() => import('../conversations/FolderDialog'));
const Shortcuts = lazyPart(() => import('../switcher/Shortcuts'));

/** The dialog that is open, each loaded when it is first opened. */
export function Overlays() {
  const overlay = useShell((state) => state.overlay);
  if (!overlay) return null;
  const close = () => show(undefined);
  return (
    <OverlayPart onClose={close}>
      {overlay === 'switcher' && <QuickSwitcher onClose={close} />}
      {overlay === 'newMessage' && <QuickSwitcher peopleOnly onClose={close} />}
      {overlay === 'newChannel' && <NewChannel onClose={close} />}
      {overlay === 'status' && <StatusDialog onClose={close} />}
      {overlay === 'profile' && <ProfileDialog onClose={close} />}
      {overlay === 'alerts' && <AlertsDialog onClose={close} />}
      {overlay === 'folder' && <FolderDialog onClose={close} />}
      {overlay === 'shortcuts' && <Shortcuts onClose={close} />}
    </OverlayPart>
  );
}
