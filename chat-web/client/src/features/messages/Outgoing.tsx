import { useId, useState } from 'react';
import { texts } from '../../i18n';
import { refusalText } from '../../i18n/failures';
import { timeOfDay } from '../../i18n/time';
import { Avatar, tintOf } from '../../ui/Avatar';
import { useChat, useChatState } from '../shared/chatContext';
import { AttachedFiles } from './AttachedFiles';
import { DeliveryIcon } from './DeliveryIcon';
import type { Row } from './messageRows';
import { MessageText } from './MessageText';
import { Quote } from './Quote';

interface Props {
  row: Extract<Row, { kind: 'outgoing' }>;
  kind: 'direct' | 'group';
  current: boolean;
}

/** A pending or refused message. */
export function Outgoing({ row, kind, current }: Props) {
  const { outbox } = useChat();
  const me = useChatState((state) => state.me);
  const id = useId();
  const [copied, setCopied] = useState('');
  const { key, body, files, failed, cid, conv, replyTo, writtenAt } = row.outgoing;
  const state = failed ? 'failed' : 'waiting';
  const showHead = kind === 'group' && row.first;
  const copy = () =>
    navigator.clipboard.writeText(body).then(
      () => setCopied(texts.messages.copied),
      () => setCopied(texts.messages.copyFailed),
    );
  return (
    <article
      className={`message message--mine message--${state} ${row.first ? 'message--first' : ''}`}
      data-testid="message"
      data-key={key}
      data-cid={cid}
      data-state={state}
      tabIndex={current ? 0 : -1}
      aria-labelledby={`${id}-name ${id}-text ${id}-time`}
    >
      {kind === 'group' && (
        <div className="message__gutter">{row.first && <Avatar id={me.id} name={me.displayName} />}</div>
      )}
      <div className="message__main">
        <div className={showHead ? 'message__head' : 'visually-hidden'}>
          <strong id={`${id}-name`} className={`message__name ${tintOf(me.id)}`}>
            <bdi>{kind === 'direct' ? texts.you : me.displayName}</bdi>
          </strong>
        </div>
        <div className="bubble">
          {replyTo !== undefined && <Quote conv={conv} pos={replyTo} />}
          <div id={`${id}-text`} className="message__text">
            {body !== '' && <MessageText body={body} />}
            {files && <AttachedFiles files={files} />}
          </div>
          <span className="bubble__foot">
            <time id={`${id}-time`} dateTime={writtenAt}>
              {timeOfDay(writtenAt)}
            </time>
            <DeliveryIcon state={state} />
          </span>
        </div>
        <div className="message__actions">
          {failed && <p role="alert">{refusalText(failed)}</p>}
          {failed && (
            <button type="button" className="button button--small" onClick={() => outbox.retry(key)}>
              {texts.messages.retry}
            </button>
          )}
          {failed && body !== '' && (
            <button type="button" className="button button--small" onClick={() => void copy()}>
              {texts.messages.copyText}
            </button>
          )}
          <button type="button" className="button button--small" onClick={() => outbox.discard(key)}>
            {texts.messages.discard}
          </button>
        </div>
        {/* Below the buttons, which must not move under the pointer. */}
        <p className="message__copied" role="status">
          {copied}
        </p>
      </div>
    </article>
  );
}
