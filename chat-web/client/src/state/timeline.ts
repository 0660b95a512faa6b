import type { ApiError } from '../connection/http';
import type { UpdFrame } from '../protocol/frames';
import type { Cursor, Message, Page, Pos } from '../protocol/resources';
import { fold, withQuoteOf } from './fold';

/**
 * A message as shown. `key` is its key from when it was pending, so that its bubble is reused. The server does not repeat
 * to the sender whom the message mentions: while `sentHere`, the page resolves it itself.
 */
export type TimelineMessage = Message & { key?: string; sentHere?: boolean };

/** A failure to load a page. */
export interface LoadFailure {
  what: 'newest' | 'older';
  error: ApiError;
}

/** The part of a conversation that the page holds: without gaps from the oldest item up to `held`. */
export interface Timeline {
  items: readonly TimelineMessage[];
  /** The page holds everything up to this position. Absent if it holds nothing. */
  held?: Pos;
  /** The cursor of the page before the oldest item; absent at the start of the conversation. */
  older?: Cursor;
  loaded: boolean;
  loading?: 'newest' | 'older';
  fresh: boolean;
  failure?: LoadFailure;
}

/** A record of the log: a message, or a change of one. `pos` is the position of the record. */
export type TimelineEntry = { pos: Pos; prev?: Pos } & ({ message: TimelineMessage } | { change: UpdFrame });

export const notLoaded: Timeline = { items: [], loaded: false, fresh: true };

/** A timeline that consists of one page. */
export function fromPage(page: Page<Message>): Timeline {
  const items = [...page.items].sort(byPos);
  const positions = items.map((item) => Math.max(item.pos, item.at ?? 0));
  return {
    items,
    held: positions.length ? Math.max(...positions) : undefined,
    older: page.next,
    loaded: true,
    fresh: page.fresh !== false,
  };
}

/**
 * A page that is not fresh may lack messages that are already shown; they stay visible. `held` is that of the page,
 * because messages in between may be missing.
 */
export function keepingNewer(page: Timeline, before: Timeline): Timeline {
  if (page.fresh) return page;
  const newer = before.items.filter((item) => item.pos > (page.held ?? -1));
  return { ...page, items: newer.reduce((items, item) => withMessage(page.older, items, item), page.items) };
}

export function withOlder(timeline: Timeline, page: Page<Message>): Timeline {
  const oldest = timeline.items[0]?.pos ?? Infinity;
  const before = page.items.filter((item) => item.pos < oldest).sort(byPos);
  return {
    ...timeline,
    items: [...before, ...timeline.items],
    older: page.next,
    loading: undefined,
    failure: undefined,
  };
}

/** Drops the oldest items; they can be loaded again. */
export function trimmed(timeline: Timeline, keep: number): Timeline {
  if (timeline.items.length <= keep) return timeline;
  const items = timeline.items.slice(-keep);
  return { ...timeline, items, older: items[0]?.pos };
}

/**
 * Adds an entry. `gap` is true if the entry before it is missing: the new entry is shown, but `held` does not advance,
 * and the conversation has to be loaded again.
 */
export function received(timeline: Timeline, entry: TimelineEntry): { timeline: Timeline; gap: boolean } {
  const items =
    'message' in entry
      ? withMessage(timeline.older, timeline.items, entry.message)
      : changed(timeline.items, entry.change);
  const { held } = timeline;
  if (!timeline.loaded || (held !== undefined && entry.pos <= held))
    return { timeline: { ...timeline, items }, gap: false };
  if (follows(timeline, entry)) return { timeline: { ...timeline, items, held: entry.pos }, gap: false };
  return { timeline: { ...timeline, items }, gap: entry.prev !== undefined };
}

/** An entry without `prev` is the first of its conversation if the timeline is empty; otherwise its predecessor is unknown. */
function follows({ held, items }: Timeline, { prev }: TimelineEntry) {
  if (prev === undefined) return held === undefined && items.length === 0;
  return held !== undefined && prev <= held;
}

function withMessage(
  older: Cursor | undefined,
  items: readonly TimelineMessage[],
  message: TimelineMessage,
): readonly TimelineMessage[] {
  const oldest = items[0];
  if (oldest && message.pos < oldest.pos && older !== undefined) return items;
  const existing = items.findIndex((item) => item.pos === message.pos || isRepeat(item, message));
  if (existing >= 0) return items.map((item, i) => (i === existing ? newer(item, message) : item));
  const after = items.findLastIndex((item) => item.pos < message.pos);
  return [...items.slice(0, after + 1), message, ...items.slice(after + 1)];
}

function isRepeat(item: TimelineMessage, message: TimelineMessage) {
  return item.cid !== undefined && item.cid === message.cid && item.from === message.from;
}

function newer(item: TimelineMessage, message: TimelineMessage): TimelineMessage {
  return message.pos === item.pos && (message.at ?? -1) > (item.at ?? -1) ? { ...message, key: item.key } : item;
}

export function changed(items: readonly TimelineMessage[], change: UpdFrame): readonly TimelineMessage[] {
  return items.map((item) =>
    item.pos === change.pos ? fold(item, change) : item.replyTo === change.pos ? withQuoteOf(item, change) : item,
  );
}

function byPos(a: Message, b: Message) {
  return a.pos - b.pos;
}
