import type { ReactNode } from 'react';
import { texts } from '../../i18n';
import ModalDialog from '../../ui/overlays/ModalDialog';
import { Failure } from '../shared/Failure';

interface Props {
  title: string;
  /** What happens. */
  children: ReactNode;
  action: string;
  busy: boolean;
  /** Why the request failed: the dialog stays open. */
  failure?: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that is hard to undo. */
export function ConfirmDialog({ title, children, action, busy, failure, onConfirm, onClose }: Props) {
  return (
    <ModalDialog title={title} kind="alert" onClose={onClose}>
      {children}
      <Failure text={failure} />
      <div className="dialog__buttons">
        <button type="button" className="button" autoFocus onClick={onClose}>
          {texts.cancel}
        </button>
        <button type="button" className="button button--bad" disabled={busy} onClick={onConfirm}>
          {action}
        </button>
      </div>
    </ModalDialog>
  );
}
