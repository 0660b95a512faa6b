import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import { texts } from '../../i18n';
import type { TimelineMessage } from '../../state/timeline';
import { Icon } from '../../ui/Icon';
import { useChatState } from '../shared/chatContext';
import { nameOf } from '../shared/names';
import type { MessageAction } from './messageActions';
import { isPossible, quickReactions } from './messageActions';
import type { MessageActions } from './useMessageActions';

interface Props {
  messageKey: string;
  message: TimelineMessage;
  mine: boolean;
  actions: MessageActions;
}

/** The toolbar on the upper edge of the message that is hovered or has the focus. There is one at a time. */
export function MessageToolbar({ messageKey, message, mine, actions }: Props) {
  const me = useChatState((state) => state.me.id);
  const name = useChatState((state) => nameOf(state.people, message.from));
  const [quick] = useState(quickReactions);
  const { can, open } = actions;
  const possible = (action: MessageAction) => isPossible(action, message, mine, can);
  const act = (action: MessageAction) => actions.act(messageKey, message, action);
  const has = (emoji: string) =>
    message.reactions?.some((one) => one.emoji === emoji && one.users.includes(me)) ?? false;

  return (
    <div
      className="toolbar"
      role="toolbar"
      aria-label={mine ? texts.messages.myTools : texts.messages.tools(name)}
      data-testid="tools"
      onKeyDown={moveInside}
    >
      {possible('react') &&
        quick.map((emoji) => (
          <button
            key={emoji}
            type="button"
            aria-label={texts.messages.react(emoji)}
            aria-pressed={has(emoji)}
            onClick={() => actions.react(message, emoji)}
          >
            {emoji}
          </button>
        ))}
      {possible('react') && (
        <button
          type="button"
          data-opens="react"
          aria-label={texts.messages.addReaction}
          title={texts.messages.addReaction}
          aria-haspopup="dialog"
          aria-expanded={open?.what === 'react'}
          onClick={() => act('react')}
        >
          <Icon name="smile" size={18} />
        </button>
      )}
      {possible('reply') && (
        <button
          type="button"
          aria-label={texts.messages.reply}
          title={texts.messages.reply}
          onClick={() => act('reply')}
        >
          <Icon name="reply" size={18} />
        </button>
      )}
      <button
        type="button"
        data-opens="menu"
        aria-label={texts.messages.more}
        title={texts.messages.more}
        aria-haspopup="menu"
        aria-expanded={open?.what === 'menu'}
        onClick={() => act('menu')}
      >
        <Icon name="more" size={18} />
      </button>
    </div>
  );
}

/** The arrow keys move between the buttons. */
function moveInside(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (step === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const index = buttons.findIndex((button) => button === document.activeElement);
  event.preventDefault();
  buttons[(index + step + buttons.length) % buttons.length]?.focus();
}
