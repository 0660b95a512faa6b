import { dayKey } from '../../i18n/time';
import type { Pos, UserId } from '../../protocol/resources';
import type { PendingMessage } from '../../state/chatState';
import type { TimelineMessage } from '../../state/timeline';

export type Delivery = 'waiting' | 'accepted' | 'failed';

/** A row of the list of messages. */
export type Row =
  | { kind: 'edge'; key: 'start' | 'end' }
  | { kind: 'day'; key: string; ts: string }
  | { kind: 'unread'; key: 'unread' }
  | { kind: 'notice'; key: string; message: TimelineMessage; before?: string }
  | { kind: 'message'; key: string; message: TimelineMessage; mine: boolean; first: boolean }
  | { kind: 'outgoing'; key: string; outgoing: PendingMessage; first: boolean };

const SAME_GROUP_MS = 5 * 60_000;

interface RowsInput {
  items: readonly TimelineMessage[];
  outgoing: readonly PendingMessage[];
  me: UserId;
  /** The position up to which the conversation was read when attention was last lost. */
  readUpTo?: Pos;
  /** Whether newer messages exist that are not among the items. */
  hasNewer?: boolean;
}

export function messageRows({ items, outgoing, me, readUpTo, hasNewer }: RowsInput): Row[] {
  const rows: Row[] = [{ kind: 'edge', key: 'start' }];
  let before: { from?: UserId; at: number; day: string } | undefined;
  const roles = new Map<UserId, string | undefined>();
  let unreadShown = readUpTo === undefined;

  const addDay = (ts: string, day: string) => {
    if (before?.day === day) return;
    rows.push({ kind: 'day', key: `day ${day}`, ts });
    before = undefined;
  };
  const isFirst = (from: UserId | undefined, at: number) =>
    before === undefined || before.from !== from || at - before.at > SAME_GROUP_MS;

  for (const message of items) {
    const { day, at } = timeOf(message);
    addDay(message.ts, day);
    const mine = message.from === me;
    if (!unreadShown && !mine && message.kind === undefined && message.pos > (readUpTo ?? 0)) {
      unreadShown = true;
      rows.push({ kind: 'unread', key: 'unread' });
      before = undefined;
    }
    const key = message.key ?? `${message.from ?? ''}/${message.cid ?? message.pos}`;
    if (message.kind) rows.push({ kind: 'notice', key, message, before: roleBefore(message, roles) });
    else rows.push({ kind: 'message', key, message, mine, first: isFirst(message.from, at) });
    before = { from: message.kind ? undefined : message.from, at, day };
  }
  if (hasNewer) return [...rows, { kind: 'edge', key: 'end' }];
  for (const waiting of outgoing) {
    const [day, at] = [dayKey(waiting.writtenAt), Date.parse(waiting.writtenAt)];
    addDay(waiting.writtenAt, day);
    rows.push({ kind: 'outgoing', key: waiting.key, outgoing: waiting, first: isFirst(me, at) });
    before = { from: me, at, day };
  }
  return rows;
}

/** The role that the user of a membership change had before, as far as the rows before it say so. */
function roleBefore({ kind, user, role, gone }: TimelineMessage, roles: Map<UserId, string | undefined>) {
  if (kind !== 'member' || user === undefined) return undefined;
  const before = roles.get(user);
  roles.set(user, gone ? undefined : (role ?? 'member'));
  return gone ? undefined : before;
}

/** Reading a time is slow compared with the rest, and the rows are made again with each message. */
const times = new WeakMap<TimelineMessage, { day: string; at: number }>();

function timeOf(message: TimelineMessage) {
  let time = times.get(message);
  if (!time) {
    time = { day: dayKey(message.ts), at: Date.parse(message.ts) };
    times.set(message, time);
  }
  return time;
}

/** The time of the row, or of the next one that has a time. */
export function dayAt(rows: readonly Row[], index: number): string | undefined {
  for (let i = index; i < rows.length; i++) {
    const row = rows[i];
    if (row?.kind === 'day') return row.ts;
    if (row?.kind === 'message' || row?.kind === 'notice') return row.message.ts;
    if (row?.kind === 'outgoing') return row.outgoing.writtenAt;
  }
  return undefined;
}

const LINE_PX = 23;
const CHARACTERS_PER_LINE = 90;

/** The probable height of a row, in pixels. It is measured when it is rendered. */
export function estimatedHeight(row: Row | undefined): number {
  switch (row?.kind) {
    case 'message':
      return bodyHeight(row.message.body ?? '') + (row.first ? 40 : 6) + (row.message.reactions?.length ? 28 : 0);
    case 'outgoing':
      return bodyHeight(row.outgoing.body) + 40;
    default:
      return 40;
  }
}

function bodyHeight(body: string) {
  const lines = body.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / CHARACTERS_PER_LINE), 0);
  return lines * LINE_PX;
}

export const isMessage = (row: Row | undefined): row is Extract<Row, { kind: 'message' | 'outgoing' }> =>
  row?.kind === 'message' || row?.kind === 'outgoing';

/** Whether the row is one that the keyboard moves to. */
export const isFocusable = (row: Row | undefined): boolean => isMessage(row) || row?.kind === 'notice';
