import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { onArrowKeys } from '../../a11y/arrowKeys';
import { texts } from '../../i18n';
import { failureText } from '../../i18n/failures';
import { partner } from '../../state/summary';
import { useChat, useChatState } from '../shared/chatContext';
import type { ListFilter } from '../shared/shell';
import { filterList, show, useShell } from '../shared/shell';
import { go } from '../shared/useRoute';
import { SectionView } from './SectionView';
import { sections } from './sections';

const FILTERS: ListFilter[] = ['all', 'unread', 'mentions'];

export function ConversationListView({ open }: { open: number | undefined }) {
  const chat = useChat();
  const me = useChatState((state) => state.me.id);
  const summaries = useChatState((state) => state.summaries);
  const favourites = useChatState((state) => state.favourites);
  const own = useChatState((state) => state.own);
  const list = useChatState((state) => state.list);
  const filter = useShell((state) => state.filter);
  const hasDrafts = useSyncExternalStore(chat.drafts.subscribe, () => chat.drafts.count) > 0;
  const shown = useMemo(
    () => sections(summaries.values(), favourites, filter, open, own, me),
    [summaries, favourites, filter, open, own, me],
  );

  const partners = [...summaries.values()].map((summary) => partner(summary, me)).filter((user) => user !== undefined);
  const watched = partners.slice(0, 100).join();
  useEffect(() => {
    chat.signals.watch('conversations', watched ? watched.split(',').map(Number) : []);
  }, [chat, watched]);

  const nav = useRef<HTMLElement>(null);
  /** After the last page the button is gone. */
  function keepFocus() {
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) [...(nav.current?.querySelectorAll('a') ?? [])].at(-1)?.focus();
    });
  }

  return (
    <>
      <div className="filters" role="group" aria-label={texts.list.filters}>
        {FILTERS.map((each) => (
          <button key={each} type="button" aria-pressed={filter === each} onClick={() => filterList(each)}>
            {texts.list.filter[each]}
          </button>
        ))}
        {filter === 'unread' && shown.some(({ items }) => items.some(({ unread }) => unread > 0)) && (
          <button type="button" className="filters__drafts" onClick={() => void chat.readAll()}>
            {texts.list.readAll}
          </button>
        )}
        {filter === 'mentions' && shown.length > 0 && (
          <button type="button" className="filters__drafts" onClick={() => go({ view: 'mentions' })}>
            {texts.list.allMentions}
          </button>
        )}
        {hasDrafts && (
          <button type="button" className="filters__drafts" onClick={() => go({ view: 'drafts' })}>
            {texts.chat.drafted}
          </button>
        )}
      </div>
      <nav ref={nav} className="scroll" aria-label={texts.chat.conversations} aria-busy={list.loading}>
        {list.failure && (
          <div className="failure" role="alert">
            <p>{texts.list.failed}</p>
            <p>{failureText(list.failure)}</p>
            <button type="button" className="button" onClick={() => void chat.list.refresh()}>
              {texts.tryAgain}
            </button>
          </div>
        )}
        {!list.loaded && !list.failure && <p className="quiet">{texts.loading}</p>}
        {list.loaded && shown.length === 0 && <NothingShown filter={filter} />}
        <div onKeyDown={onArrowKeys}>
          {shown.map((section) => (
            <SectionView key={section.id} section={section} open={open} />
          ))}
        </div>
        {list.next !== undefined && (
          <button
            type="button"
            className="button more"
            aria-disabled={list.loading}
            onClick={() => void chat.list.more().then(keepFocus)}
          >
            {texts.list.more}
          </button>
        )}
      </nav>
    </>
  );
}

function NothingShown({ filter }: { filter: ListFilter }) {
  if (filter === 'all') {
    return (
      <div className="empty">
        <p className="empty__title">{texts.list.empty}</p>
        <p>{texts.list.emptyHint}</p>
        <div className="empty__actions">
          <button type="button" className="button button--main" onClick={() => show('newMessage')}>
            {texts.list.find}
          </button>
          <button type="button" className="button" onClick={() => show('newChannel')}>
            {texts.chat.createChannel}
          </button>
          <button type="button" className="button" onClick={() => go({ view: 'channels' })}>
            {texts.chat.browseChannels}
          </button>
        </div>
      </div>
    );
  }
  const mentions = filter === 'mentions';
  return (
    <div className="empty">
      <p className="empty__title">{mentions ? texts.list.noneMentions : texts.list.noneUnread}</p>
      <p>{mentions ? texts.list.noneMentionsHint : texts.list.noneUnreadHint}</p>
      <button
        type="button"
        className="button"
        onClick={() => (mentions ? go({ view: 'mentions' }) : filterList('all'))}
      >
        {mentions ? texts.list.allMentions : texts.list.showAll}
      </button>
    </div>
  );
}
