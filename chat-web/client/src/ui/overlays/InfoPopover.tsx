import type { ReactNode, RefObject } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import './overlays.css';

interface Props {
  label: string;
  triggerRef: RefObject<HTMLElement | null>;
  onClose: () => void;
  placement?: 'bottom start' | 'bottom end';
  /** Of its content; default: a card with a margin. */
  className?: string;
  children: ReactNode;
}

/** A card next to its trigger. */
export default function InfoPopover({ label, triggerRef, onClose, placement, className, children }: Props) {
  return (
    <Popover
      className="menu-popover"
      triggerRef={triggerRef}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      placement={placement ?? 'bottom start'}
    >
      <Dialog className={className ?? 'info-popover'} aria-label={label}>
        {children}
      </Dialog>
    </Popover>
  );
}
