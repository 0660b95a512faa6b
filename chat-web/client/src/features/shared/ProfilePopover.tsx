import type { RefObject } from 'react';
import { texts } from '../../i18n';
import { lazyPart } from '../../parts/lazyPart';
import type { UserId } from '../../protocol/resources';
import { OverlayPart } from '../../ui/overlays/OverlayPart';
import { InfoPopover } from '../../ui/overlays/lazyOverlays';
import { useChatState } from './chatContext';
import { nameOf } from './names';
import type { ProfileCardProps } from './ProfileCard';

const ProfileCard = lazyPart<ProfileCardProps>(() =>
  import('./ProfileCard').then((module) => ({ default: module.ProfileCard })),
);

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
    <OverlayPart onClose={onClose}>
      <InfoPopover label={texts.profile.of(name)} triggerRef={triggerRef} onClose={onClose}>
        <ProfileCard user={user} onLeave={leave} />
      </InfoPopover>
    </OverlayPart>
  );
}
