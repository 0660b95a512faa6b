import type { ReactNode } from 'react';
import { Suspense, useEffect } from 'react';

interface Props {
  onClose: () => void;
  /** An overlay, which may still have to be loaded. */
  children: ReactNode;
}

/** Shows an overlay as soon as it is loaded, unless the user has turned to something else before. */
export function OverlayPart({ onClose, children }: Props) {
  return <Suspense fallback={<Waiting onCancel={onClose} />}>{children}</Suspense>;
}

/** While there is nothing that could close itself. */
function Waiting({ onCancel }: { onCancel: () => void }) {
  useEffect(() => {
    const key = ({ key: pressed }: KeyboardEvent) => {
      if (pressed === 'Escape') onCancel();
    };
    document.addEventListener('keydown', key);
    document.addEventListener('pointerdown', onCancel);
    return () => {
      document.removeEventListener('keydown', key);
      document.removeEventListener('pointerdown', onCancel);
    };
  }, [onCancel]);
  return null;
}
