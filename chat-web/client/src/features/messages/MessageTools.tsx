import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import { focusComposer } from '../../a11y/focusComposer';
import { words } from '../../i18n';
import type { TimelineMessage } from '../../state/timeline';
import { Icon } from '../../ui/Icon';
import { useChat, useChatState } from '../shared/context';
import { RemoveDialog } from './RemoveDialog';

const EMOJI = ['👍', '❤️', '😂', '😮', '🙏', '✅'];

interface Props {
  message: TimelineMessage;
  mine: boolean;
  name: string;
  newest: boolean;
  onEdit: () => void;
}

/** What may be done with a message: one button, and behind it the rest. */
export function MessageTools({ message, mine, name, newest, onEdit }: Props) {
  const chat = useChat();
  const me = useChatState((state) => state.me.id);
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const { conv, pos } = message;
  const has = (emoji: string) =>
    message.reactions?.some((one) => one.emoji === emoji && one.users.includes(me)) ?? false;

  function leave() {
    setOpen(false);
    opener.current?.focus();
  }
  function react(emoji: string) {
    chat.changes.make(conv, pos, { kind: 'react', emoji, on: !has(emoji) });
    leave();
  }
  function reply() {
    chat.reply(conv, pos);
    setOpen(false);
    focusComposer();
  }
  function remove() {
    chat.changes.make(conv, pos, { kind: 'revoke' });
    setOpen(false);
    focusComposer();
  }
  function edit() {
    setOpen(false);
    onEdit();
  }
  function key(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !open) return;
    // On a narrow screen Escape would also leave the conversation.
    event.stopPropagation();
    leave();
  }

  return (
    <div className="tools" aria-live="off" onKeyDown={key}>
      <button
        type="button"
        ref={opener}
        className="tools__opener"
        tabIndex={newest || open ? 0 : -1}
        data-testid="tools"
        aria-expanded={open}
        aria-label={mine ? words.messages.myTools : words.messages.tools(name)}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" size={16} />
      </button>
      {open && (
        <div
          className="tools__all"
          role="group"
          aria-label={mine ? words.messages.myTools : words.messages.tools(name)}
        >
          {EMOJI.map((emoji) => (
            <button
              key={emoji}
              type="button"
              className="button button--small"
              aria-label={words.messages.react(emoji)}
              aria-pressed={has(emoji)}
              onClick={() => react(emoji)}
            >
              {emoji}
            </button>
          ))}
          <button type="button" className="button button--small" onClick={reply}>
            {words.messages.reply}
          </button>
          {mine && (
            <>
              <button type="button" className="button button--small" onClick={edit}>
                {words.messages.edit}
              </button>
              <button
                type="button"
                className="button button--small button--bad"
                onClick={() => dialog.current?.showModal()}
              >
                {words.messages.remove}
              </button>
            </>
          )}
        </div>
      )}
      {mine && <RemoveDialog ref={dialog} onRemove={remove} />}
    </div>
  );
}
