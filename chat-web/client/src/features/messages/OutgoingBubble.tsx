import { texts } from '../../i18n';
import { timeOfDay } from '../../i18n/time';
import { refusalText } from '../../i18n/failures';
import type { PendingMessage } from '../../state/chatState';
import { useChat } from '../shared/chatContext';
import { DeliveryIcon } from './DeliveryIcon';
import { Quote } from './Quote';
import { MessageText } from './MessageText';

interface Props {
  outgoing: PendingMessage;
  first: boolean;
}

/** A pending or refused message. */
export function OutgoingBubble({ outgoing, first }: Props) {
  const { outbox } = useChat();
  const { key, body, failed, cid, conv, replyTo, writtenAt } = outgoing;
  const state = failed ? 'failed' : 'waiting';
  return (
    <li
      className={`message message--mine message--${state} ${first ? 'message--first' : ''}`}
      data-testid="message"
      data-cid={cid}
      data-state={state}
    >
      <div className="bubble">
        <span className="visually-hidden">{texts.you}:</span>
        {replyTo !== undefined && <Quote conv={conv} pos={replyTo} />}
        <MessageText body={body} />
        <span className="bubble__foot">
          <time dateTime={writtenAt}>{timeOfDay(writtenAt)}</time>
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
        <button type="button" className="button button--small" onClick={() => outbox.discard(key)}>
          {texts.messages.discard}
        </button>
      </div>
    </li>
  );
}
