import type { FormEvent, KeyboardEvent } from 'react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { isNarrow } from '../../a11y/isNarrow';
import { texts } from '../../i18n';
import { Icon } from '../../ui/Icon';
import * as rules from '../../text/rules';
import { IconButton } from '../../ui/IconButton';
import { useChat, useChatState } from '../shared/chatContext';
import { Quote } from './Quote';

const SHOW_LEFT_BELOW = 200;

interface Props {
  conv: number;
  title: string;
}

export function Composer({ conv, title }: Props) {
  const chat = useChat();
  const limit = useChatState((state) => state.limits.body);
  const replyTo = useChatState((state) => state.replying.get(conv));
  const [text, setText] = useState(() => chat.drafts.read(conv));
  const input = useRef<HTMLTextAreaElement>(null);
  const left = limit - [...text].length;
  const sendable = rules.body(text.trimEnd(), limit) !== undefined;

  useEffect(() => {
    if (!isNarrow()) input.current?.focus();
  }, []);

  // Grows with the text, up to the maximum height in the style sheet.
  useLayoutEffect(() => {
    const area = input.current;
    if (!area) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
  }, [text]);

  function change(next: string) {
    setText(next);
    chat.drafts.write(conv, next);
    if (next) chat.signals.typing(conv);
  }

  function submit(event: FormEvent | KeyboardEvent) {
    event.preventDefault();
    if (!sendable) return;
    chat.outbox.add(conv, text.trimEnd(), replyTo);
    chat.reply(conv, undefined);
    setText('');
    chat.drafts.write(conv, '');
    input.current?.focus();
  }

  function key(event: KeyboardEvent) {
    // Enter confirms the composition of an input method. Safari reports it with keyCode 229.
    const composing = event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229;
    if (event.key === 'Enter' && !event.shiftKey && !composing) submit(event);
  }

  return (
    <form className="composer" onSubmit={submit}>
      {replyTo !== undefined && (
        <div className="composer__reply">
          <Quote conv={conv} pos={replyTo} />
          <IconButton icon="clear" label={texts.messages.noReply} onClick={() => chat.reply(conv, undefined)} />
        </div>
      )}
      <label className="visually-hidden" htmlFor="message">
        {texts.composer.label}
      </label>
      <textarea
        id="message"
        ref={input}
        data-testid="composer"
        rows={1}
        dir="auto"
        placeholder={texts.composer.placeholder(title)}
        value={text}
        aria-invalid={left < 0 ? true : undefined}
        aria-describedby="composer-left"
        onChange={(event) => change(event.target.value)}
        onKeyDown={key}
      />
      <button
        type="submit"
        className="composer__send"
        data-testid="send"
        aria-label={texts.composer.send}
        disabled={!sendable}
      >
        <Icon name="send" />
      </button>
      <p className={`composer__left ${left < 0 ? 'composer__left--over' : ''}`} id="composer-left" role="status">
        {left < 0 ? texts.composer.over(-left) : left < SHOW_LEFT_BELOW ? texts.composer.left(left) : ''}
      </p>
    </form>
  );
}
