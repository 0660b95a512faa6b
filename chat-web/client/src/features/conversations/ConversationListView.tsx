import { useEffect, useMemo } from 'react';
import { onArrowKeys } from '../../a11y/arrowKeys';
import { words } from '../../i18n';
import { failureText } from '../../i18n/failures';
import { byActivity, partner } from '../../state/summary';
import { useChat, useChatState } from '../shared/context';
import { ConversationItem } from './ConversationItem';

interface Props {
  open: number | undefined;
  onFind: () => void;
}

export function ConversationList({ open, onFind }: Props) {
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
    <nav className="scroll" aria-label={words.chat.conversations} aria-busy={list.loading}>
      {list.failure && (
        <div className="failure" role="alert">
          <p>{words.list.failed}</p>
          <p>{failureText(list.failure)}</p>
          <button type="button" className="button" onClick={() => void chat.list.refresh()}>
            {words.tryAgain}
          </button>
        </div>
      )}
      {!list.loaded && list.loading && <p className="quiet">{words.loading}</p>}
      {list.loaded && sorted.length === 0 && (
        <div className="empty">
          <h2>{words.list.empty}</h2>
          <p>{words.list.emptyHint}</p>
          <button type="button" className="button button--main" onClick={onFind}>
            {words.list.find}
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
          {words.list.more}
        </button>
      )}
    </nav>
  );
}
