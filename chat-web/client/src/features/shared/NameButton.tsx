import type { ReactNode } from 'react';
import type { UserId } from '../../protocol/resources';

interface Props {
  user: UserId;
  /** Whether it is in the tab order; it is by default. */
  current?: boolean;
  children: ReactNode;
}

/** A name in the list of messages, which opens the profile of the person when it is clicked. */
export function NameButton({ user, current = true, children }: Props) {
  return (
    <button
      type="button"
      className="name-button"
      data-user={user}
      aria-haspopup="dialog"
      tabIndex={current ? undefined : -1}
    >
      {children}
    </button>
  );
}
