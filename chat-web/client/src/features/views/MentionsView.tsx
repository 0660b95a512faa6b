import { useId } from 'react';
import { onArrowKeys } from '../../a11y/arrowKeys';
import { texts } from '../../i18n';
import { viewTexts } from '../../i18n/enViews';
import { failureText } from '../../i18n/failures';
import { fullTime, shortTime } from '../../i18n/time';
import { hrefOf } from '../../navigation/route';
import type { Message } from '../../protocol/resources';
import { Avatar } from '../../ui/Avatar';
import { useChatState } from '../shared/chatContext';
import { Excerpt } from '../shared/Excerpt';
import { nameOf, titleOf } from '../shared/names';
import { PersonName } from '../shared/PersonName';
import { ViewHead } from '../shared/ViewHead';
import './views.css';
import { useMentions } from './useMentions';

/** The messages that mention this user, over all conversations, the newest first. A click goes to the message. */
export default function MentionsView() {
  const { items, failure, loading, hasMore, more } = useMentions();
  return (
    <section className="view" aria-label={viewTexts.mentions} aria-busy={loading} data-region tabIndex={-1}>
      <ViewHead title={viewTexts.mentions} />
      <div className="view__content">
        {!items && !failure && <p className="quiet">{texts.loading}</p>}
        {items?.length === 0 && !hasMore && (
          <div className="empty">
            <p className="empty__title">{viewTexts.noMentions}</p>
            <p>{viewTexts.noMentionsHint}</p>
          </div>
        )}
        <ul onKeyDown={onArrowKeys}>
          {items?.map((message) => (
            <li key={`${message.conv}/${message.pos}`}>
              <Mention message={message} />
            </li>
          ))}
        </ul>
        {failure?.status === 404 && (
          <p className="quiet" role="status">
            {viewTexts.mentionsUnsupported}
          </p>
        )}
        {failure && failure.status !== 404 && (
          <div className="failure" role="alert">
            <p>{viewTexts.mentionsFailed}</p>
            <p>{failureText(failure)}</p>
            <button type="button" className="button" disabled={loading} onClick={more}>
              {texts.tryAgain}
            </button>
          </div>
        )}
        {hasMore && !failure && (
          <button type="button" className="button more" disabled={loading} onClick={more}>
            {viewTexts.moreMentions}
          </button>
        )}
      </div>
    </section>
  );
}

function Mention({ message }: { message: Message }) {
  const me = useChatState((state) => state.me.id);
  const people = useChatState((state) => state.people);
  const summary = useChatState((state) => state.summaries.get(message.conv));
  const name = nameOf(people, message.from);
  const unread = summary !== undefined && summary.unread > 0 && message.pos > summary.read;
  const id = useId();
  return (
    <div className="view__item mention-item" data-unread={unread}>
      <Avatar id={message.from ?? 0} name={name} small />
      <span className="mention-item__main">
        <span className="view__meta" id={`${id}-meta`}>
          <PersonName user={message.from} name={name} />
          {summary?.kind === 'group' && <bdi>{titleOf(summary, people, me)}</bdi>}
          <time dateTime={message.ts} title={fullTime(message.ts)}>
            {shortTime(message.ts)}
          </time>
          {unread && <span className="mention-item__unread">{viewTexts.unreadMention}</span>}
        </span>
        <a
          className="view__text view__link"
          id={`${id}-text`}
          aria-labelledby={`${id}-meta ${id}-text`}
          data-testid="mention"
          data-unread={unread}
          href={hrefOf({ view: 'conversation', conv: message.conv, pos: message.pos })}
        >
          <Excerpt body={message.body ?? ''} mentioned={message.mentions?.users} />
        </a>
      </span>
    </div>
  );
}
