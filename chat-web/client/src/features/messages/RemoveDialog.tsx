import type { Ref } from 'react';
import { useId } from 'react';
import { texts } from '../../i18n';

interface Props {
  ref: Ref<HTMLDialogElement>;
  onRemove: () => void;
}

/** Asks before a message is deleted. */
export function RemoveDialog({ ref, onRemove }: Props) {
  const title = useId();
  return (
    <dialog ref={ref} className="dialog" aria-labelledby={title}>
      <form method="dialog">
        <h2 id={title}>{texts.messages.removeTitle}</h2>
        <p>{texts.messages.removeHint}</p>
        <div className="dialog__buttons">
          <button className="button" autoFocus>
            {texts.messages.cancelRemove}
          </button>
          <button className="button button--bad" onClick={onRemove}>
            {texts.messages.remove}
          </button>
        </div>
      </form>
    </dialog>
  );
}
