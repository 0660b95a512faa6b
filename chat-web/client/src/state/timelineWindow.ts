import type { ApiError } from '../connection/http';
import type { Cursor, Message, Page } from '../protocol/resources';
import type { Timeline, TimelineMessage } from './timeline';

/** A part of a conversation away from its newest end, without gaps, that can be extended in both directions. */
export interface TimelineWindow {
  items: readonly TimelineMessage[];
  /** The cursor of the page before the first item; absent at the start of the conversation. */
  older?: Cursor;
  /** The cursor of the page after the last item; absent if there was none when the last page was loaded. */
  newer?: Cursor;
  loading?: 'around' | 'older' | 'newer';
  failure?: { what: 'older' | 'newer'; error: ApiError };
}

/** Limits the messages of one conversation that are held. */
export const MAX_ITEMS = 1_000;
const KEPT_ITEMS = 600;

/** A window that consists of one page from the middle. */
export function windowOf(page: Page<Message>): TimelineWindow {
  return { items: sorted(page.items), older: page.prev, newer: page.next };
}

/** Adds the page before. Drops the newest items if there are too many; they can be loaded again. */
export function extendedBackwards(window: TimelineWindow, page: Page<Message>): TimelineWindow {
  const first = window.items[0]?.pos ?? Infinity;
  const items = [...sorted(page.items).filter(({ pos }) => pos < first), ...window.items];
  const whole = { ...window, items, older: page.next, loading: undefined, failure: undefined };
  if (items.length <= MAX_ITEMS) return whole;
  const kept = items.slice(0, KEPT_ITEMS);
  return { ...whole, items: kept, newer: kept.at(-1)?.pos };
}

/** Adds the page after. Drops the oldest items if there are too many. */
export function extendedForwards(window: TimelineWindow, page: Page<Message>): TimelineWindow {
  const last = window.items.at(-1)?.pos ?? -1;
  const items = [...window.items, ...sorted(page.items).filter(({ pos }) => pos > last)];
  const whole = { ...window, items, newer: page.next, loading: undefined, failure: undefined };
  if (items.length <= MAX_ITEMS) return whole;
  const kept = items.slice(-KEPT_ITEMS);
  return { ...whole, items: kept, older: kept[0]?.pos };
}

/** Whether nothing is missing between the window and the timeline, so that they can be joined. */
export function meets(window: TimelineWindow, timeline: Timeline): boolean {
  const oldest = timeline.items[0]?.pos;
  if (!timeline.loaded || oldest === undefined) return false;
  return window.newer === undefined || (window.items.at(-1)?.pos ?? -1) >= oldest;
}

/** The timeline, extended by the window before it. What the timeline holds is newer. */
export function joined(window: TimelineWindow, timeline: Timeline): Timeline {
  const oldest = timeline.items[0]?.pos ?? Infinity;
  const before = window.items.filter(({ pos }) => pos < oldest);
  if (before.length === 0) return timeline;
  return { ...timeline, items: [...before, ...timeline.items], older: window.older };
}

/** Splits a timeline that has become too long: the oldest part becomes a window. */
export function split(timeline: Timeline): TimelineWindow | undefined {
  if (timeline.items.length <= MAX_ITEMS) return undefined;
  const items = timeline.items.slice(0, KEPT_ITEMS);
  return { items, older: timeline.older, newer: items.at(-1)?.pos };
}

function sorted(items: readonly Message[]) {
  return [...items].sort((a, b) => a.pos - b.pos);
}
