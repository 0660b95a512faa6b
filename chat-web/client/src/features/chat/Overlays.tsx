import { Suspense, lazy } from 'react';
import { show, useShell } from '../shared/shell';

const QuickSwitcher = lazy(() => import('../switcher/QuickSwitcher'));
const NewChannel = lazy(() => import('../channels/NewChannel'));
const StatusDialog = lazy(() => import('./StatusDialog'));
const ProfileDialog = lazy(() => import('./ProfileDialog'));
const AlertsDialog = lazy(() => import('./AlertsDialog'));
const FolderDialog = lazy(() => import('../conversations/FolderDialog'));
const Shortcuts = lazy(() => import('../switcher/Shortcuts'));

/** The dialog that is open, each loaded when it is first opened. */
export function Overlays() {
  const overlay = useShell((state) => state.overlay);
  if (!overlay) return null;
  const close = () => show(undefined);
  return (
    <Suspense fallback={null}>
      {overlay === 'switcher' && <QuickSwitcher onClose={close} />}
      {overlay === 'newMessage' && <QuickSwitcher peopleOnly onClose={close} />}
      {overlay === 'newChannel' && <NewChannel onClose={close} />}
      {overlay === 'status' && <StatusDialog onClose={close} />}
      {overlay === 'profile' && <ProfileDialog onClose={close} />}
      {overlay === 'alerts' && <AlertsDialog onClose={close} />}
      {overlay === 'folder' && <FolderDialog onClose={close} />}
      {overlay === 'shortcuts' && <Shortcuts onClose={close} />}
    </Suspense>
  );
}
