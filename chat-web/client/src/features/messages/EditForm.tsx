import type { FormEvent, KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { words } from '../../i18n';
import type { TimelineMessage } from '../../state/timeline';
import * as rules from '../../text/rules';
import { useChat, useChatState } from '../shared/context';

/** The words of a message, to be written anew. Enter saves, Escape leaves them as they were. */
export function EditForm({ message, onDone }: { message: TimelineMessage; onDone: () => void }) {
  const chat = useChat();
  const limit = useChatState((state) => state.limits.body);
  const [text, setText] = useState(message.body ?? '');
  const area = useRef<HTMLTextAreaElement>(null);
  const left = limit - [...text].length;
  const savable = rules.body(text.trimEnd(), limit) !== undefined;

  useEffect(() => {
    const { current } = area;
    current?.focus();
    // Browsers put the caret at the beginning.
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);

  function save(event: FormEvent | KeyboardEvent) {
    event.preventDefault();
    if (!savable) return;
    const body = text.trimEnd();
    if (body !== message.body) chat.changes.make(message.conv, message.pos, { kind: 'edit', body });
    onDone();
  }
  function key(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    if (event.key === 'Enter' && !event.shiftKey) save(event);
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onDone();
  }

  return (
    <form className="edit" onSubmit={save}>
      <textarea
        ref={area}
        aria-label={words.messages.editLabel}
        aria-invalid={left < 0 ? true : undefined}
        rows={Math.min(8, text.split('\n').length + 1)}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={key}
      />
      {left < 0 && <p role="status">{words.composer.over(-left)}</p>}
      <div className="edit__buttons">
        <button type="button" className="button button--small" onClick={onDone}>
          {words.messages.cancel}
        </button>
        <button type="submit" className="button button--small button--main" disabled={!savable}>
          {words.messages.save}
        </button>
      </div>
    </form>
  );
}
