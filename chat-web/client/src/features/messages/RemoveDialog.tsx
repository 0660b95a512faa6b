import { texts } from '../../i18n';
import { Isolated } from '../../ui/Isolated';
import { OverlayPart } from '../../ui/overlays/OverlayPart';
import { ModalDialog } from '../../ui/overlays/lazyOverlays';

interface Props {
  mine: boolean;
  /** The sender. */
  name: string;
  onRemove: () => void;
  onClose: () => void;
}

/** Asks before a message is deleted. */
export function RemoveDialog({ mine, name, onRemove, onClose }: Props) {
  return (
    <OverlayPart onClose={onClose}>
      <ModalDialog title={texts.messages.removeTitle} kind="alert" onClose={onClose}>
        <p>
          {!mine && <Isolated text={name} within={texts.messages.removeOther} />} {texts.messages.removeHint}
        </p>
        <div className="dialog__buttons">
          <button type="button" className="button" autoFocus onClick={onClose}>
            {texts.messages.cancelRemove}
          </button>
          <button type="button" className="button button--bad" onClick={onRemove}>
            {texts.messages.remove}
          </button>
        </div>
      </ModalDialog>
    </OverlayPart>
  );
}
