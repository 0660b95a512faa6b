import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { texts } from '../../i18n';
import { IconButton } from '../IconButton';
import './overlays.css';

export interface ModalDialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** `alert` interrupts: it is not closed by a click beside it. `search` and `viewer` have heads of their own. */
  kind?: 'dialog' | 'alert' | 'search' | 'viewer';
}

/** A dialog over the page. Escape closes it, and the focus returns to where it was. */
export default function ModalDialog({ title, onClose, children, kind = 'dialog' }: ModalDialogProps) {
  // Also while nothing has the focus, because the button that had it is disabled or gone.
  useEffect(() => {
    const close = ({ key, target }: KeyboardEvent) => {
      if (key === 'Escape' && target === document.body) onClose();
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [onClose]);
  return (
    <ModalOverlay
      className="modal-overlay"
      isOpen
      isDismissable={kind !== 'alert'}
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className={`modal modal--${kind}`}>
        <Dialog className="modal__dialog" role={kind === 'alert' ? 'alertdialog' : 'dialog'} aria-label={title}>
          {kind !== 'search' && kind !== 'viewer' && (
            <header className="modal__head">
              <h2>{title}</h2>
              {kind === 'dialog' && <IconButton icon="clear" label={texts.close} onClick={onClose} />}
            </header>
          )}
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
