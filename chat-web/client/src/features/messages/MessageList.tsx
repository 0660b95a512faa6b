import { useMemo, useState } from 'react';
import { onArrowKeys } from '../../a11y/arrowKeys';
import { words } from '../../i18n';
import { useChat, useChatState } from '../shared/context';
import { HistoryNotice } from './HistoryNotice';
import { MessageRow } from './MessageRow';
import { ToNewest } from './ToNewest';
import { rowsOf } from './rows';
import { useReading } from './useReading';
import { useScroll } from './useScroll';
import { useSeen } from './useSeen';

interface Props {
  conv: number;
  title: string;
}

/** All that the page holds of a conversation, then what waits to be sent. */
export function MessageList({ conv, title }: Props) {
  const chat = useChat();
  const me = useChatState((state) => state.me.id);
  const timeline = useChatState((state) => state.timelines.get(conv));
  const outgoing = useChatState((state) => state.outgoing);
  const [readUpTo] = useState(() => unreadFrom(chat.store.getState().summaries.get(conv)));

  const items = useMemo(() => timeline?.items ?? [], [timeline?.items]);
  const waiting = useMemo(() => outgoing.filter((message) => message.conv === conv), [outgoing, conv]);
  const rows = useMemo(() => rowsOf({ items, outgoing: waiting, me, readUpTo }), [items, waiting, me, readUpTo]);

  const { box, atEnd, toEnd, onScroll } = useScroll({
    oldest: items[0]?.pos,
    newest: rows.at(-1)?.key,
    mine: waiting.at(-1)?.key,
    more: timeline?.older !== undefined && !timeline.failure,
    loadOlder: () => chat.history.older(conv),
    settled: () => chat.history.trim(conv),
  });
  useReading(conv, items.at(-1)?.pos, atEnd);
  const seen = useSeen(conv, items);
  const newest = items.findLast((item) => item.kind !== 'member' && !item.revoked)?.pos;

  // Older messages are not news: they must not be read out when they come.
  const live = timeline?.loaded && !timeline.loading ? 'polite' : 'off';

  return (
    <div className="messages">
      <HistoryNotice conv={conv} />
      <div
        className="messages__scroll"
        ref={box}
        onScroll={onScroll}
        tabIndex={0}
        role="log"
        aria-live={live}
        aria-relevant="additions"
        aria-label={words.messages.log(title)}
      >
        <div className="messages__content">
          {timeline?.older !== undefined && (
            <button
              type="button"
              className="button more"
              disabled={timeline.loading !== undefined}
              onClick={() => chat.history.older(conv)}
            >
              {timeline.loading === 'older' ? words.messages.loadingOlder : words.messages.loadOlder}
            </button>
          )}
          {timeline?.loaded && timeline.older === undefined && <p className="quiet">{words.messages.beginning}</p>}
          {!timeline?.loaded && timeline?.loading && <p className="quiet">{words.loading}</p>}
          <ol className="rows" onKeyDown={onArrowKeys}>
            {rows.map((row) => (
              <MessageRow
                key={row.key}
                row={row}
                seen={row.kind === 'message' && row.message.pos === seen}
                newest={row.kind === 'message' && row.message.pos === newest}
              />
            ))}
          </ol>
        </div>
      </div>
      {!atEnd && <ToNewest conv={conv} onClick={toEnd} />}
    </div>
  );
}

function unreadFrom(summary: { unread: number; read: number } | undefined) {
  return summary?.unread ? summary.read : undefined;
}
