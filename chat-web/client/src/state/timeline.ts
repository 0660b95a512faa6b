import type { ApiError } from '../connection/http';
import type { UpdFrame } from '../protocol/frames';
import type { Cursor, Message, Page, Pos } from '../protocol/resources';
import { fold } from './fold';

/** A message as shown; `key` is what the page called it while it waited, so that its bubble stays the same. */
export type TimelineMessage = Message & { key?: string };

/** What could not be loaded, and why. */
export interface LoadFailure {
  what: 'newest' | 'older';
  error: ApiError;
}

/** The part of a conversation that the page holds: without holes from the oldest item up to `held`. */
export interface Timeline {
  items: readonly TimelineMessage[];
  /** Everything up to this place is here. Absent while nothing is known. */
  held?: Pos;
  /** Where the page before the oldest item begins; absent at the conversation's start. */
  older?: Cursor;
  loaded: boolean;
  loading?: 'newest' | 'older';
  fresh: boolean;
  failure?: LoadFailure;
}

/** What the log told: a message, or a change of one. Its place is the record's own. */
export type TimelineEntry = { place: Pos; prev?: Pos } & ({ message: TimelineMessage } | { change: UpdFrame });

export const unknown: Timeline = { items: [], loaded: false, fresh: true };

/** Everything afresh: nothing of what was held before is kept. */
export function fromPage(page: Page<Message>): Timeline {
  const items = [...page.items].sort(byPos);
  const places = items.map((item) => Math.max(item.pos, item.at ?? 0));
  return {
    items,
    held: places.length ? Math.max(...places) : undefined,
    older: page.next,
    loaded: true,
    fresh: page.fresh !== false,
  };
}

/**
 * A page that is not fresh may lack messages that were already shown; they stay visible. `held` remains that of the
 * page, because something may be missing in between.
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

/** Lets go of the oldest; they can be loaded again. */
export function trimmed(timeline: Timeline, keep: number): Timeline {
  if (timeline.items.length <= keep) return timeline;
  const items = timeline.items.slice(-keep);
  return { ...timeline, items, older: items[0]?.pos };
}

/**
 * Takes one entry in. `gap` says that the entry before it is missing here: the entry is shown all
 * the same, but `held` stays, and the conversation has to be loaded afresh.
 */
export function receive(timeline: Timeline, entry: TimelineEntry): { timeline: Timeline; gap: boolean } {
  const items =
    'message' in entry
      ? withMessage(timeline.older, timeline.items, entry.message)
      : changed(timeline.items, entry.change);
  const { held } = timeline;
  if (!timeline.loaded || (held !== undefined && entry.place <= held))
    return { timeline: { ...timeline, items }, gap: false };
  if (follows(timeline, entry)) return { timeline: { ...timeline, items, held: entry.place }, gap: false };
  return { timeline: { ...timeline, items }, gap: entry.prev !== undefined };
}

/** Without `prev` it is the first of its conversation, if nothing is here yet; else nothing is known about it. */
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
  const twin = items.findIndex((item) => item.pos === message.pos || isRepeat(item, message));
  if (twin >= 0) return items.map((item, i) => (i === twin ? newer(item, message) : item));
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
  return items.map((item) => (item.pos === change.pos ? fold(item, change) : item));
}

function byPos(a: Message, b: Message) {
  return a.pos - b.pos;
}
