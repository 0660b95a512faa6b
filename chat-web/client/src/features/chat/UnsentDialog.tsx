import type { Ref } from 'react';
import { texts } from '../../i18n';

interface Props {
  ref: Ref<HTMLDialogElement>;
  count: number;
  onSignOut: () => void;
}

/** Asks before a sign-out discards unsent messages. */
export function UnsentDialog({ ref, count, onSignOut }: Props) {
  return (
    <dialog ref={ref} className="dialog" aria-labelledby="unsent-title">
      <form method="dialog">
        <h2 id="unsent-title">{texts.chat.unsentTitle}</h2>
        <p>{texts.chat.unsent(count)}</p>
        <div className="dialog__buttons">
          <button className="button" autoFocus>
            {texts.chat.cancelSignOut}
          </button>
          <button className="button button--bad" onClick={onSignOut}>
            {texts.chat.signOutAnyway}
          </button>
        </div>
      </form>
    </dialog>
  );
}
