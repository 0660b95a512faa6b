import type { FormEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { ComposeBox } from '../../compose/ComposeBox';
import { texts } from '../../i18n';
import type { TimelineMessage } from '../../state/timeline';
import * as rules from '../../text/rules';
import { useChat, useChatState } from '../shared/chatContext';
import { useCompletionSource } from './useCompletionSource';

/** Edits the body of a message. Enter saves. Escape cancels; what was written is there when it is edited again. */
export function EditForm({ message, onDone }: { message: TimelineMessage; onDone: () => void }) {
  const { conv, pos } = message;
  const chat = useChat();
  const limit = useChatState((state) => state.limits.body);
  const [text, setText] = useState(() => chat.drafts.readEdit(conv, pos) ?? message.body ?? '');
  const area = useRef<HTMLTextAreaElement>(null);
  const source = useCompletionSource(conv);
  const left = limit - [...text].length;
  const savable = rules.body(text.trimEnd(), limit) !== undefined;

  useEffect(() => {
    const { current } = area;
    current?.focus();
    // Browsers place the caret at the start.
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);

  function change(next: string) {
    setText(next);
    chat.drafts.writeEdit(conv, pos, next === message.body ? undefined : next);
  }
  function save() {
    if (!savable) return;
    const body = text.trimEnd();
    if (body !== message.body) chat.changes.add(conv, pos, { kind: 'edit', body });
    chat.drafts.writeEdit(conv, pos, undefined);
    onDone();
  }
  function escape() {
    onDone();
    return true;
  }
  function discard() {
    chat.drafts.writeEdit(conv, pos, undefined);
    onDone();
  }

  return (
    <form
      className="edit"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        save();
      }}
    >
      <ComposeBox
        area={area}
        value={text}
        onChange={change}
        onSubmit={save}
        onEscape={escape}
        label={texts.messages.editLabel}
        invalid={left < 0}
        source={source}
      />
      {left < 0 && <p role="status">{texts.composer.over(-left)}</p>}
      <div className="edit__buttons">
        <button type="button" className="button button--small" onClick={discard}>
          {texts.messages.cancel}
        </button>
        <button type="submit" className="button button--small button--main" disabled={!savable}>
          {texts.messages.save}
        </button>
      </div>
    </form>
  );
}
