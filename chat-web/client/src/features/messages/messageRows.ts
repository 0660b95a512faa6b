import { dayKey } from '../../i18n/time';
import type { Pos, UserId } from '../../protocol/resources';
import type { PendingMessage } from '../../state/chatState';
import type { TimelineMessage } from '../../state/timeline';

export type Delivery = 'waiting' | 'accepted' | 'failed';

/** A row of the list of messages. */
export type Row =
  | { kind: 'day'; key: string; ts: string }
  | { kind: 'unread'; key: string }
  | { kind: 'member'; key: string; message: TimelineMessage }
  | { kind: 'message'; key: string; message: TimelineMessage; mine: boolean; first: boolean }
  | { kind: 'outgoing'; key: string; outgoing: PendingMessage; first: boolean };

const SAME_GROUP_MS = 5 * 60_000;

interface RowsInput {
  items: readonly TimelineMessage[];
  outgoing: readonly PendingMessage[];
  me: UserId;
  /** The position up to which the conversation was read when it was opened; absent if nothing was unread. */
  readUpTo?: Pos;
}

export function messageRows({ items, outgoing, me, readUpTo }: RowsInput): Row[] {
  const rows: Row[] = [];
  let before: { from?: UserId; ts: string } | undefined;
  let unreadShown = readUpTo === undefined;

  const addDay = (ts: string) => {
    if (before && dayKey(before.ts) === dayKey(ts)) return;
    rows.push({ kind: 'day', key: `day ${dayKey(ts)}`, ts });
    before = undefined;
  };
  const isFirst = (from: UserId | undefined, ts: string) =>
    before?.from !== from || Date.parse(ts) - Date.parse(before?.ts ?? '') > SAME_GROUP_MS;

  for (const message of items) {
    addDay(message.ts);
    const mine = message.from === me;
    if (!unreadShown && !mine && message.kind !== 'member' && message.pos > (readUpTo ?? 0)) {
      unreadShown = true;
      rows.push({ kind: 'unread', key: 'unread' });
      before = undefined;
    }
    const key = message.key ?? `${message.from ?? ''}/${message.cid ?? message.pos}`;
    if (message.kind === 'member') rows.push({ kind: 'member', key, message });
    else rows.push({ kind: 'message', key, message, mine, first: isFirst(message.from, message.ts) });
    before = { from: message.kind === 'member' ? undefined : message.from, ts: message.ts };
  }
  for (const waiting of outgoing) {
    addDay(waiting.writtenAt);
    rows.push({ kind: 'outgoing', key: waiting.key, outgoing: waiting, first: isFirst(me, waiting.writtenAt) });
    before = { from: me, ts: waiting.writtenAt };
  }
  return rows;
}
