import { composeTexts } from '../i18n/enCompose';
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
    <ModalDialog title={composeTexts.everyoneTitle(count)} kind="alert" onClose={onCancel}>
      <p>{composeTexts.everyoneHint}</p>
      <div className="dialog__buttons">
        <button type="button" className="button" autoFocus onClick={onCancel}>
          {composeTexts.cancel}
        </button>
        <button type="button" className="button button--main" onClick={onSend}>
          {composeTexts.everyoneSend}
        </button>
      </div>
    </ModalDialog>
  );
}
