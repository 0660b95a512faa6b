import type { FormEvent } from 'react';
import { useState } from 'react';
import { texts } from '../../i18n';
import { reportTexts } from '../../i18n/enPeople';
import { failureText } from '../../i18n/failures';
import type { Message } from '../../protocol/resources';
import ModalDialog from '../../ui/overlays/ModalDialog';
import { useChat } from '../shared/chatContext';
import { useSubmit } from '../shared/useSubmit';
import { Failure } from '../shared/Failure';
import '../shared/dialogs.css';

const MAX_REASON = 500;

interface Props {
  message: Message;
  onClose: () => void;
}

/** Reports a message to the owners and moderators of its channel. */
export default function ReportDialog({ message: { conv, pos }, onClose }: Props) {
  const { channels } = useChat();
  const [reason, setReason] = useState('');
  const [done, setDone] = useState(false);
  const { busy, failure, submit } = useSubmit();
  const tooLong = [...reason.trim()].length > MAX_REASON;

  function report(event: FormEvent) {
    event.preventDefault();
    void submit(
      async () => {
        await channels.report(conv, pos, reason.trim() || undefined);
        setDone(true);
      },
      (error) => (error.status === 409 ? reportTexts.gone : failureText(error)),
    );
  }

  return (
    <ModalDialog title={reportTexts.title} onClose={onClose}>
      {done ? (
        <>
          <p role="status">{reportTexts.done}</p>
          <div className="dialog__buttons">
            <button type="button" className="button button--main" autoFocus onClick={onClose}>
              {texts.close}
            </button>
          </div>
        </>
      ) : (
        <form className="form" onSubmit={report} noValidate>
          <p>{reportTexts.hint}</p>
          <label className="field">
            {reportTexts.reason}
            <textarea
              className="input"
              rows={3}
              autoFocus
              value={reason}
              aria-invalid={tooLong ? true : undefined}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
          <Failure text={failure} />
          <div className="dialog__buttons">
            <button type="button" className="button" onClick={onClose}>
              {texts.cancel}
            </button>
            <button type="submit" className="button button--main" disabled={busy || tooLong}>
              {reportTexts.send}
            </button>
          </div>
        </form>
      )}
    </ModalDialog>
  );
}
