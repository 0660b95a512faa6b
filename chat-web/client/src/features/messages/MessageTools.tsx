import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import { focusComposer } from '../../a11y/focusComposer';
import { texts } from '../../i18n';
import type { TimelineMessage } from '../../state/timeline';
import { Icon } from '../../ui/Icon';
import { useChat, useChatState } from '../shared/chatContext';
import { RemoveDialog } from './RemoveDialog';

const EMOJI = ['👍', '❤️', '😂', '😮', '🙏', '✅'];

interface Props {
  message: TimelineMessage;
  mine: boolean;
  name: string;
  newest: boolean;
  onEdit: () => void;
}

/** The menu of actions for a message. */
export function MessageTools({ message, mine, name, newest, onEdit }: Props) {
  const chat = useChat();
  const me = useChatState((state) => state.me.id);
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const { conv, pos } = message;
  const has = (emoji: string) =>
    message.reactions?.some((one) => one.emoji === emoji && one.users.includes(me)) ?? false;

  function close() {
    setOpen(false);
    opener.current?.focus();
  }
  function react(emoji: string) {
    chat.changes.add(conv, pos, { kind: 'react', emoji, on: !has(emoji) });
    close();
  }
  function reply() {
    chat.reply(conv, pos);
    setOpen(false);
    focusComposer();
  }
  function remove() {
    chat.changes.add(conv, pos, { kind: 'revoke' });
    setOpen(false);
    focusComposer();
  }
  function edit() {
    setOpen(false);
    onEdit();
  }
  function key(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !open) return;
    // In a narrow window Escape would also close the conversation.
    event.stopPropagation();
    close();
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
        aria-label={mine ? texts.messages.myTools : texts.messages.tools(name)}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" size={16} />
      </button>
      {open && (
        <div
          className="tools__all"
          role="group"
          aria-label={mine ? texts.messages.myTools : texts.messages.tools(name)}
        >
          {EMOJI.map((emoji) => (
            <button
              key={emoji}
              type="button"
              className="button button--small"
              aria-label={texts.messages.react(emoji)}
              aria-pressed={has(emoji)}
              onClick={() => react(emoji)}
            >
              {emoji}
            </button>
          ))}
          <button type="button" className="button button--small" onClick={reply}>
            {texts.messages.reply}
          </button>
          {mine && (
            <>
              <button type="button" className="button button--small" onClick={edit}>
                {texts.messages.edit}
              </button>
              <button
                type="button"
                className="button button--small button--bad"
                onClick={() => dialog.current?.showModal()}
              >
                {texts.messages.remove}
              </button>
            </>
          )}
        </div>
      )}
      {mine && <RemoveDialog ref={dialog} onRemove={remove} />}
    </div>
  );
}
