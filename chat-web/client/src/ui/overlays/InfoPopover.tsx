import type { ReactNode, RefObject } from 'react';
import { Dialog, Popover } from 'react-aria-components';

interface Props {
  label: string;
  triggerRef: RefObject<HTMLElement | null>;
  onClose: () => void;
  children: ReactNode;
}

/** A card next to its trigger. */
export default function InfoPopover({ label, triggerRef, onClose, children }: Props) {
  return (
    <Popover
      className="menu-popover"
      triggerRef={triggerRef}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      placement="bottom start"
    >
      <Dialog className="info-popover" aria-label={label}>
        {children}
      </Dialog>
    </Popover>
  );
}
