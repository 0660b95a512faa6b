import { useMemo, useState } from 'react';
import { onArrowKeys } from '../../a11y/arrowKeys';
import { texts } from '../../i18n';
import { useChat, useChatState } from '../shared/chatContext';
import { HistoryNotice } from './HistoryNotice';
import { MessageRow } from './MessageRow';
import { JumpToLatest } from './JumpToLatest';
import { messageRows } from './messageRows';
import { useReadMarker } from './useReadMarker';
import { useScroll } from './useScroll';
import { useSeen } from './useSeen';

interface Props {
  conv: number;
  title: string;
}

/** The messages of a conversation that are loaded, followed by pending ones. */
export function MessageList({ conv, title }: Props) {
  const chat = useChat();
  const me = useChatState((state) => state.me.id);
  const timeline = useChatState((state) => state.timelines.get(conv));
  const outgoing = useChatState((state) => state.outgoing);
  const [readUpTo] = useState(() => readUpToIfUnread(chat.store.getState().summaries.get(conv)));

  const items = useMemo(() => timeline?.items ?? [], [timeline?.items]);
  const waiting = useMemo(() => outgoing.filter((message) => message.conv === conv), [outgoing, conv]);
  const rows = useMemo(() => messageRows({ items, outgoing: waiting, me, readUpTo }), [items, waiting, me, readUpTo]);

  const { box, atEnd, toEnd, onScroll } = useScroll({
    oldest: items[0]?.pos,
    newest: rows.at(-1)?.key,
    mine: waiting.at(-1)?.key,
    more: timeline?.older !== undefined && !timeline.failure,
    loadOlder: () => chat.history.older(conv),
    settled: () => chat.history.trim(conv),
  });
  useReadMarker(conv, items.at(-1)?.pos, atEnd);
  const seen = useSeen(conv, items);
  const newest = items.findLast((item) => item.kind !== 'member' && !item.revoked)?.pos;

  // Screen readers must not announce older messages when they are loaded.
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
        aria-label={texts.messages.log(title)}
      >
        <div className="messages__content">
          {timeline?.older !== undefined && (
            <button
              type="button"
              className="button more"
              disabled={timeline.loading !== undefined}
              onClick={() => chat.history.older(conv)}
            >
              {timeline.loading === 'older' ? texts.messages.loadingOlder : texts.messages.loadOlder}
            </button>
          )}
          {timeline?.loaded && timeline.older === undefined && <p className="quiet">{texts.messages.beginning}</p>}
          {!timeline?.loaded && timeline?.loading && <p className="quiet">{texts.loading}</p>}
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
      {!atEnd && <JumpToLatest conv={conv} onClick={toEnd} />}
    </div>
  );
}

function readUpToIfUnread(summary: { unread: number; read: number } | undefined) {
  return summary?.unread ? summary.read : undefined;
}
