import { dayKey } from '../../i18n/time';
import type { Pos, UserId } from '../../protocol/resources';
import type { PendingMessage } from '../../state/chatState';
import type { TimelineMessage } from '../../state/timeline';

export type Delivery = 'waiting' | 'accepted' | 'failed';

/** What stands in the list of messages, from top to bottom. */
export type Row =
  | { kind: 'day'; key: string; ts: string }
  | { kind: 'unread'; key: string }
  | { kind: 'member'; key: string; message: TimelineMessage }
  | { kind: 'message'; key: string; message: TimelineMessage; mine: boolean; first: boolean }
  | { kind: 'outgoing'; key: string; outgoing: PendingMessage; first: boolean };

const TOGETHER_MS = 5 * 60_000;

interface Given {
  items: readonly TimelineMessage[];
  outgoing: readonly PendingMessage[];
  me: UserId;
  /** Where the first unread began when the conversation was opened. */
  readUpTo?: Pos;
}

export function rowsOf({ items, outgoing, me, readUpTo }: Given): Row[] {
  const rows: Row[] = [];
  let before: { from?: UserId; ts: string } | undefined;
  let told = readUpTo === undefined;

  const day = (ts: string) => {
    if (before && dayKey(before.ts) === dayKey(ts)) return;
    rows.push({ kind: 'day', key: `day ${dayKey(ts)}`, ts });
    before = undefined;
  };
  const isFirst = (from: UserId | undefined, ts: string) =>
    before?.from !== from || Date.parse(ts) - Date.parse(before?.ts ?? '') > TOGETHER_MS;

  for (const message of items) {
    day(message.ts);
    const mine = message.from === me;
    if (!told && !mine && message.kind !== 'member' && message.pos > (readUpTo ?? 0)) {
      told = true;
      rows.push({ kind: 'unread', key: 'unread' });
      before = undefined;
    }
    const key = message.key ?? `${message.from ?? ''}/${message.cid ?? message.pos}`;
    if (message.kind === 'member') rows.push({ kind: 'member', key, message });
    else rows.push({ kind: 'message', key, message, mine, first: isFirst(message.from, message.ts) });
    before = { from: message.kind === 'member' ? undefined : message.from, ts: message.ts };
  }
  for (const waiting of outgoing) {
    day(waiting.writtenAt);
    rows.push({ kind: 'outgoing', key: waiting.key, outgoing: waiting, first: isFirst(me, waiting.writtenAt) });
    before = { from: me, ts: waiting.writtenAt };
  }
  return rows;
}
