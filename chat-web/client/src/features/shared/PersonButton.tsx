import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import type { UserId } from '../../protocol/resources';
import { ProfilePopover } from './ProfilePopover';

interface Props {
  user: UserId;
  className?: string;
  /** Called before the card leads elsewhere, to close the dialog that the name is in. */
  onLeave?: () => void;
  children: ReactNode;
}

/** A name that opens the profile of the person. */
export function PersonButton({ user, className = '', onLeave, children }: Props) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        ref={trigger}
        className={`name-button ${className}`}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      {open && <ProfilePopover user={user} triggerRef={trigger} onClose={() => setOpen(false)} onLeave={onLeave} />}
    </>
  );
}
