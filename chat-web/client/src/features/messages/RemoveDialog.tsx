import type { Ref } from 'react';
import { useId } from 'react';
import { words } from '../../i18n';

interface Props {
  ref: Ref<HTMLDialogElement>;
  onRemove: () => void;
}

/** What cannot be taken back is asked first. */
export function RemoveDialog({ ref, onRemove }: Props) {
  const title = useId();
  return (
    <dialog ref={ref} className="dialog" aria-labelledby={title}>
      <form method="dialog">
        <h2 id={title}>{words.messages.removeTitle}</h2>
        <p>{words.messages.removeHint}</p>
        <div className="dialog__buttons">
          <button className="button" autoFocus>
            {words.messages.keepIt}
          </button>
          <button className="button button--bad" onClick={onRemove}>
            {words.messages.remove}
          </button>
        </div>
      </form>
    </dialog>
  );
}
