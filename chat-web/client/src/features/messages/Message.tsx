import { useId } from 'react';
import { texts } from '../../i18n';
import { fullTime, timeOfDay } from '../../i18n/time';
import { mentionsUser } from '../../state/summary';
import { Avatar, tintOf } from '../../ui/Avatar';
import { useChatState } from '../shared/chatContext';
import { NameButton } from '../shared/NameButton';
import { nameOf } from '../shared/names';
import { AttachedFiles } from './AttachedFiles';
import { ChangeState } from './ChangeState';
import { DeliveryIcon } from './DeliveryIcon';
import { EditForm } from './EditForm';
import { LinkPreview } from './LinkPreview';
import type { Row } from './messageRows';
import { MessageBody } from './MessageBody';
import { MessageToolbar } from './MessageToolbar';
import { Quote } from './Quote';
import { Reactions } from './Reactions';
import { ReadBy } from './ReadBy';
import type { MessageActions } from './useMessageActions';

interface Props {
  row: Extract<Row, { kind: 'message' }>;
  kind: 'direct' | 'group';
  seen: boolean;
  lastMine: boolean;
  current: boolean;
  active: boolean;
  editing: boolean;
  highlighted: boolean;
  actions: MessageActions;
}

/** An accepted message. It can be focused, and is named by sender, text and time. */
export function Message({ row, kind, seen, lastMine, current, active, editing, highlighted, actions }: Props) {
  const { message, mine, first, key } = row;
  const id = useId();
  const me = useChatState((state) => state.me);
  const name = useChatState((state) => nameOf(state.people, message.from));
  const showHead = kind === 'group' && first;
  const classes = [
    'message',
    mine && 'message--mine',
    first && 'message--first',
    highlighted && 'message--highlighted',
    !mine && mentionsUser(message, me.id) && 'message--mention',
  ];
  const time = (
    <time id={`${id}-time`} dateTime={message.ts} title={fullTime(message.ts)}>
      {timeOfDay(message.ts)}
    </time>
  );
  return (
    <article
      className={classes.filter(Boolean).join(' ')}
      data-testid="message"
      data-key={key}
      data-pos={message.pos}
      data-cid={message.cid}
      data-state="accepted"
      tabIndex={current ? 0 : -1}
      aria-labelledby={`${id}-name ${id}-text ${id}-time`}
    >
      {kind === 'group' && (
        <div className="message__gutter">
          {first ? (
            <span className="message__avatar" data-user={message.from}>
              <Avatar id={message.from ?? 0} name={name} />
            </span>
          ) : (
            <span className="message__hover-time">{time}</span>
          )}
        </div>
      )}
      <div className="message__main">
        <div className={showHead ? 'message__head' : 'visually-hidden'}>
          <strong id={`${id}-name`} className={`message__name ${tintOf(message.from ?? 0)}`}>
            {showHead && message.from !== undefined ? (
              <NameButton user={message.from} current={current}>
                <bdi>{name}</bdi>
              </NameButton>
            ) : (
              <bdi>{mine && kind === 'direct' ? texts.you : name}</bdi>
            )}
          </strong>
          {showHead && <span className="message__time">{time}</span>}
        </div>
        <div className="bubble">
          {message.replyTo !== undefined && (
            <Quote conv={message.conv} pos={message.replyTo} quote={message.quote} canOpen current={current} />
          )}
          {editing ? (
            <EditForm message={message} onDone={actions.edited} />
          ) : (
            <div id={`${id}-text`} className="message__text">
              {message.revoked || message.missing ? (
                <p className="bubble__removed">{message.revoked ? texts.messages.removed : texts.messages.missing}</p>
              ) : (
                <>
                  {message.body !== '' && <MessageBody message={message} />}
                  {message.files && <AttachedFiles files={message.files} />}
                </>
              )}
            </div>
          )}
          {!editing && !message.revoked && <LinkPreview message={message} />}
          <span className="bubble__foot">
            {message.editedAt && !message.revoked && (
              <span title={fullTime(message.editedAt)}>{texts.messages.edited}</span>
            )}
            {kind === 'direct' && time}
            {lastMine && kind === 'group' && (
              <ReadBy message={message} onOpen={() => actions.act(key, message, 'readers')} />
            )}
            {lastMine && <DeliveryIcon state="accepted" />}
          </span>
          {seen && <p className="bubble__seen">{texts.messages.seen}</p>}
        </div>
        {message.reactions && (
          <Reactions
            message={message}
            onReact={(emoji) => actions.react(message, emoji)}
            disabled={!actions.can.react}
            current={current}
          />
        )}
        <ChangeState message={message} />
      </div>
      {active && !editing && <MessageToolbar messageKey={key} message={message} mine={mine} actions={actions} />}
    </article>
  );
}
