import { words } from '../../i18n';
import { timeOfDay, wholeTime } from '../../i18n/time';
import type { Shown } from '../../state/timeline';
import { useChatState } from '../chat/context';
import { nameOf } from '../chat/names';
import { Delivered } from './Delivered';
import { Quote } from './Quote';
import { Reactions } from './Reactions';
import { Text } from './Text';

interface Props {
  message: Shown;
  mine: boolean;
  first: boolean;
  seen: boolean;
}

/** A message that is in the log. */
export function Bubble({ message, mine, first, seen }: Props) {
  const name = useChatState((state) => (mine ? words.you : nameOf(state.people, message.from)));
  const group = useChatState((state) => state.summaries.get(message.conv)?.kind === 'group');
  const shownName = group && !mine && first;
  return (
    <li
      className={`message ${mine ? 'message--mine' : ''} ${first ? 'message--first' : ''}`}
      data-testid="message"
      data-pos={message.pos}
      data-cid={message.cid}
      data-state="accepted"
    >
      <div className="bubble">
        <span className={shownName ? 'bubble__name' : 'visually-hidden'}>
          {name}
          <span className="visually-hidden">:</span>
        </span>
        {message.replyTo !== undefined && <Quote conv={message.conv} pos={message.replyTo} />}
        {message.revoked ? (
          <p className="bubble__removed">{words.messages.removed}</p>
        ) : (
          <Text body={message.body ?? ''} />
        )}
        <span className="bubble__foot">
          {message.editedAt && !message.revoked && <span title={wholeTime(message.editedAt)}>{words.messages.edited}</span>}
          <time dateTime={message.ts} title={wholeTime(message.ts)}>
            {timeOfDay(message.ts)}
          </time>
          {mine && <Delivered state="accepted" />}
        </span>
      </div>
      {message.reactions && <Reactions reactions={message.reactions} />}
      {seen && <p className="message__seen">{words.messages.seen}</p>}
    </li>
  );
}
