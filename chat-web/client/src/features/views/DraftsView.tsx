import { useSyncExternalStore } from 'react';
import { viewTexts } from '../../i18n/enViews';
import { useChat, useChatState } from '../shared/chatContext';
import { Excerpt } from '../shared/Excerpt';
import { titleOf } from '../shared/names';
import { conversationHref } from '../shared/useRoute';
import { partner } from '../../state/summary';
import { PersonName } from '../shared/PersonName';
import { ViewHead } from '../shared/ViewHead';
import './views.css';

/** The messages that were begun, by conversation. */
export default function DraftsView() {
  const chat = useChat();
  const me = useChatState((state) => state.me.id);
  const people = useChatState((state) => state.people);
  const summaries = useChatState((state) => state.summaries);
  useSyncExternalStore(chat.drafts.subscribe, () => chat.drafts.count);
  const drafts = chat.drafts.all();
  return (
    <section className="view" aria-label={viewTexts.drafts} data-region tabIndex={-1}>
      <ViewHead title={viewTexts.drafts} />
      <div className="view__content">
        {drafts.length === 0 && (
          <div className="empty">
            <p className="empty__title">{viewTexts.noDrafts}</p>
            <p>{viewTexts.noDraftsHint}</p>
          </div>
        )}
        <ul>
          {drafts.map(({ conv, text }) => {
            const summary = summaries.get(conv);
            return (
              <li key={conv}>
                <div className="view__item">
                  <span className="view__meta" id={`draft-${conv}`}>
                    <PersonName
                      user={summary && partner(summary, me)}
                      name={summary ? titleOf(summary, people, me) : `#${conv}`}
                    />
                  </span>
                  <a
                    className="view__text view__link"
                    id={`draft-${conv}-text`}
                    aria-labelledby={`draft-${conv} draft-${conv}-text`}
                    data-testid="draft"
                    href={conversationHref(conv)}
                  >
                    <Excerpt body={text} />
                  </a>
                </div>
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
