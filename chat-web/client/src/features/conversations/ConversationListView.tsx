import { useEffect, useMemo } from 'react';
import { onArrowKeys } from '../../a11y/arrowKeys';
import { texts } from '../../i18n';
import { failureText } from '../../i18n/failures';
import { byActivity, partner } from '../../state/summary';
import { useChat, useChatState } from '../shared/chatContext';
import { ConversationItem } from './ConversationItem';

interface Props {
  open: number | undefined;
  onFind: () => void;
}

export function ConversationListView({ open, onFind }: Props) {
  const chat = useChat();
  const me = useChatState((state) => state.me.id);
  const summaries = useChatState((state) => state.summaries);
  const list = useChatState((state) => state.list);
  const sorted = useMemo(() => [...summaries.values()].sort(byActivity), [summaries]);

  const partners = sorted.map((summary) => partner(summary, me)).filter((user) => user !== undefined);
  const watched = partners.slice(0, 100).join();
  useEffect(() => {
    chat.signals.watch('conversations', watched ? watched.split(',').map(Number) : []);
  }, [chat, watched]);

  return (
    <nav className="scroll" aria-label={texts.chat.conversations} aria-busy={list.loading}>
      {list.failure && (
        <div className="failure" role="alert">
          <p>{texts.list.failed}</p>
          <p>{failureText(list.failure)}</p>
          <button type="button" className="button" onClick={() => void chat.list.refresh()}>
            {texts.tryAgain}
          </button>
        </div>
      )}
      {!list.loaded && list.loading && <p className="quiet">{texts.loading}</p>}
      {list.loaded && sorted.length === 0 && (
        <div className="empty">
          <h2>{texts.list.empty}</h2>
          <p>{texts.list.emptyHint}</p>
          <button type="button" className="button button--main" onClick={onFind}>
            {texts.list.find}
          </button>
        </div>
      )}
      <ul className="items" onKeyDown={onArrowKeys}>
        {sorted.map((summary) => (
          <ConversationItem key={summary.id} summary={summary} open={summary.id === open} />
        ))}
      </ul>
      {list.next !== undefined && (
        <button type="button" className="button more" disabled={list.loading} onClick={() => void chat.list.more()}>
          {texts.list.more}
        </button>
      )}
    </nav>
  );
}
