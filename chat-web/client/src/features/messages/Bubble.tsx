import { useState } from 'react';
import { focusComposer } from '../../a11y/focusComposer';
import { texts } from '../../i18n';
import { timeOfDay, fullTime } from '../../i18n/time';
import type { TimelineMessage } from '../../state/timeline';
import { useChatState } from '../shared/chatContext';
import { nameOf } from '../shared/names';
import { ChangeState } from './ChangeState';
import { DeliveryIcon } from './DeliveryIcon';
import { EditForm } from './EditForm';
import { MessageTools } from './MessageTools';
import { Quote } from './Quote';
import { Reactions } from './Reactions';
import { MessageText } from './MessageText';

interface Props {
  message: TimelineMessage;
  mine: boolean;
  first: boolean;
  seen: boolean;
  /** Whether its tools are in the tab order; those of other messages are reached with the arrow keys. */
  newest: boolean;
}

/** An accepted message. */
export function Bubble({ message, mine, first, seen, newest }: Props) {
  const name = useChatState((state) => (mine ? texts.you : nameOf(state.people, message.from)));
  const group = useChatState((state) => state.summaries.get(message.conv)?.kind === 'group');
  const [editing, setEditing] = useState(false);
  const edited = () => {
    setEditing(false);
    focusComposer();
  };
  const shownName = group && !mine && first;
  return (
    <li
      className={`message ${mine ? 'message--mine' : ''} ${first ? 'message--first' : ''}`}
      data-testid="message"
      data-pos={message.pos}
      data-cid={message.cid}
      data-state="accepted"
    >
      <div className="message__line">
        <div className="bubble">
          <span className={shownName ? 'bubble__name' : 'visually-hidden'}>
            <bdi>{name}</bdi>
            <span className="visually-hidden">:</span>
          </span>
          {message.replyTo !== undefined && <Quote conv={message.conv} pos={message.replyTo} />}
          {message.revoked ? (
            <p className="bubble__removed">{texts.messages.removed}</p>
          ) : editing ? (
            <EditForm message={message} onDone={edited} />
          ) : (
            <MessageText body={message.body ?? ''} />
          )}
          <span className="bubble__foot">
            {message.editedAt && !message.revoked && (
              <span title={fullTime(message.editedAt)}>{texts.messages.edited}</span>
            )}
            <time dateTime={message.ts} title={fullTime(message.ts)}>
              {timeOfDay(message.ts)}
            </time>
            {mine && <DeliveryIcon state="accepted" />}
          </span>
        </div>
        {!message.revoked && (
          <MessageTools message={message} mine={mine} name={name} newest={newest} onEdit={() => setEditing(true)} />
        )}
      </div>
      {message.reactions && <Reactions reactions={message.reactions} />}
      <ChangeState message={message} />
      {seen && <p className="message__seen">{texts.messages.seen}</p>}
    </li>
  );
}
