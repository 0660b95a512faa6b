import type { RefObject } from 'react';
import { Suspense, lazy } from 'react';
import { texts } from '../../i18n';
import type { UserId } from '../../protocol/resources';
import { InfoPopover } from '../../ui/overlays/lazyOverlays';
import { useChatState } from './chatContext';
import { nameOf } from './names';

const ProfileCard = lazy(() => import('./ProfileCard').then((module) => ({ default: module.ProfileCard })));

interface Props {
  user: UserId;
  triggerRef: RefObject<HTMLElement | null>;
  onClose: () => void;
  /** Called before the card leads elsewhere. */
  onLeave?: () => void;
}

/** The profile of a person next to their name. */
export function ProfilePopover({ user, triggerRef, onClose, onLeave }: Props) {
  const name = useChatState((state) => nameOf(state.people, user));
  function leave() {
    onClose();
    onLeave?.();
  }
  return (
    <Suspense fallback={null}>
      <InfoPopover label={texts.profile.of(name)} triggerRef={triggerRef} onClose={onClose}>
        <ProfileCard user={user} onLeave={leave} />
      </InfoPopover>
    </Suspense>
  );
}
