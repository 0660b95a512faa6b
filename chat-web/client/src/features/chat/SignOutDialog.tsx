import { texts } from '../../i18n';
import { ModalDialog } from '../../ui/overlays/lazyOverlays';
import { useChat } from '../shared/chatContext';

interface Props {
  unsent: number;
  onSignOut: () => void;
  onClose: () => void;
}

/** Asks before a sign-out discards unsent messages or drafts. */
export function SignOutDialog({ unsent, onSignOut, onClose }: Props) {
  const { drafts } = useChat();
  const begun = drafts.all().length;
  return (
    <ModalDialog title={unsent ? texts.chat.unsentTitle : texts.chat.draftsTitle} kind="alert" onClose={onClose}>
      {unsent > 0 && <p>{texts.chat.unsent(unsent)}</p>}
      {begun > 0 && <p>{texts.chat.drafts(begun)}</p>}
      <div className="dialog__buttons">
        <button type="button" className="button" autoFocus onClick={onClose}>
          {texts.chat.cancelSignOut}
        </button>
        <button type="button" className="button button--bad" onClick={onSignOut}>
          {texts.chat.signOutAnyway}
        </button>
      </div>
    </ModalDialog>
  );
}
