import { texts } from '../i18n';
import ModalDialog from '../ui/overlays/ModalDialog';

interface Props {
  /** The number of people who would be notified. */
  count: number;
  onSend: () => void;
  onCancel: () => void;
}

/** Asks before a message notifies many people. */
export function MentionEveryoneDialog({ count, onSend, onCancel }: Props) {
  return (
    <ModalDialog title={texts.compose.everyoneTitle(count)} kind="alert" onClose={onCancel}>
      <p>{texts.compose.everyoneHint}</p>
      <div className="dialog__buttons">
        <button type="button" className="button" autoFocus onClick={onCancel}>
          {texts.compose.cancel}
        </button>
        <button type="button" className="button button--main" onClick={onSend}>
          {texts.compose.everyoneSend}
        </button>
      </div>
    </ModalDialog>
  );
}
