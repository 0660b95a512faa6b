import type { FormEvent, KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { texts } from '../../i18n';
import type { TimelineMessage } from '../../state/timeline';
import * as rules from '../../text/rules';
import { useChat, useChatState } from '../shared/chatContext';

/** Edits the body of a message. Enter saves, Escape cancels. */
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
    // Browsers place the caret at the start.
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);

  function save(event: FormEvent | KeyboardEvent) {
    event.preventDefault();
    if (!savable) return;
    const body = text.trimEnd();
    if (body !== message.body) chat.changes.add(message.conv, message.pos, { kind: 'edit', body });
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
        aria-label={texts.messages.editLabel}
        aria-invalid={left < 0 ? true : undefined}
        rows={Math.min(8, text.split('\n').length + 1)}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={key}
      />
      {left < 0 && <p role="status">{texts.composer.over(-left)}</p>}
      <div className="edit__buttons">
        <button type="button" className="button button--small" onClick={onDone}>
          {texts.messages.cancel}
        </button>
        <button type="submit" className="button button--small button--main" disabled={!savable}>
          {texts.messages.save}
        </button>
      </div>
    </form>
  );
}
