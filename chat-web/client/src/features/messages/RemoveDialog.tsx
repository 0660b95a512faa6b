import { Suspense } from 'react';
import { texts } from '../../i18n';
import { ModalDialog } from '../../ui/overlays/lazyOverlays';

interface Props {
  onRemove: () => void;
  onClose: () => void;
}

/** Asks before a message is deleted. */
export function RemoveDialog({ onRemove, onClose }: Props) {
  return (
    <Suspense fallback={null}>
      <ModalDialog title={texts.messages.removeTitle} kind="alert" onClose={onClose}>
        <p>{texts.messages.removeHint}</p>
        <div className="dialog__buttons">
          <button type="button" className="button" autoFocus onClick={onClose}>
            {texts.messages.cancelRemove}
          </button>
          <button type="button" className="button button--bad" onClick={onRemove}>
            {texts.messages.remove}
          </button>
        </div>
      </ModalDialog>
    </Suspense>
  );
}
