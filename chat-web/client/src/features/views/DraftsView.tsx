import { useSyncExternalStore } from 'react';
import { texts } from '../../i18n';
import { useChat, useChatState } from '../shared/chatContext';
import { Excerpt } from '../shared/Excerpt';
import { titleOf } from '../shared/names';
import { conversationHref } from '../shared/useRoute';
import { ViewHead } from '../shared/ViewHead';

/** The messages that were begun, by conversation. */
export default function DraftsView() {
  const chat = useChat();
  const me = useChatState((state) => state.me.id);
  const people = useChatState((state) => state.people);
  const summaries = useChatState((state) => state.summaries);
  useSyncExternalStore(chat.drafts.subscribe, () => chat.drafts.count);
  const drafts = chat.drafts.all();
  return (
    <section className="view" aria-label={texts.views.drafts} data-region tabIndex={-1}>
      <ViewHead title={texts.views.drafts} />
      <div className="view__content">
        {drafts.length === 0 && (
          <div className="empty">
            <p className="empty__title">{texts.views.noDrafts}</p>
            <p>{texts.views.noDraftsHint}</p>
          </div>
        )}
        <ul>
          {drafts.map(({ conv, text }) => {
            const summary = summaries.get(conv);
            return (
              <li key={conv}>
                <a className="view__item" data-testid="draft" href={conversationHref(conv)}>
                  <span className="view__meta">
                    <bdi>{summary ? titleOf(summary, people, me) : `#${conv}`}</bdi>
                  </span>
                  <span className="view__text">
                    <Excerpt body={text} />
                  </span>
                </a>
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
