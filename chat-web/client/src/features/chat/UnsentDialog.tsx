import type { Ref } from 'react';
import { words } from '../../i18n';

interface Props {
  ref: Ref<HTMLDialogElement>;
  count: number;
  onLeave: () => void;
}

/** Nothing is dropped silently: signing out asks first. */
export function UnsentDialog({ ref, count, onLeave }: Props) {
  return (
    <dialog ref={ref} className="dialog" aria-labelledby="unsent-title">
      <form method="dialog">
        <h2 id="unsent-title">{words.chat.unsentTitle}</h2>
        <p>{words.chat.unsent(count)}</p>
        <div className="dialog__buttons">
          <button className="button" autoFocus>
            {words.chat.stay}
          </button>
          <button className="button button--bad" onClick={onLeave}>
            {words.chat.signOutAnyway}
          </button>
        </div>
      </form>
    </dialog>
  );
}
