import type { Cursor, Message } from '../../protocol/resources';

export interface Mentions {
  items: readonly Message[];
  next?: Cursor;
}

const keyOf = ({ conv, pos }: Message) => `${conv}/${pos}`;

function without(items: readonly Message[], known: readonly Message[]) {
  const keys = new Set(known.map(keyOf));
  return items.filter((item) => !keys.has(keyOf(item)));
}

/** Adds a page of older mentions; the first page may contain some that arrived while it was loaded. */
export function withOlder(before: Mentions | undefined, page: Mentions): Mentions {
  if (!before) return page;
  return { items: [...before.items, ...without(page.items, before.items)], next: page.next };
}

/** Adds mentions that have just arrived, the newest first. */
export function withNew(before: Mentions, arrived: readonly Message[]): Mentions {
  const fresh = without(arrived, before.items).sort((a, b) => Date.parse(b.ts) - Date.parse(a.ts));
  return fresh.length ? { ...before, items: [...fresh, ...before.items] } : before;
}
