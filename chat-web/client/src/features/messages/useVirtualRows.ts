import type { Range, VirtualItem, Virtualizer } from '@tanstack/react-virtual';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef } from 'react';
import type { Row } from './messageRows';
import { estimatedHeight, isMessage } from './messageRows';

const OVERSCAN = 8;
export const NEAR_END_PX = 48;
/** The room that the pill with the day takes. */
const TOP_PX = 44;

type Rows = Virtualizer<HTMLDivElement, HTMLLIElement>;

/** Where reading begins, from the top of the list: below the pill with the day, which the first row does without. */
export const readingLine = ({ scrollOffset, range }: Pick<Rows, 'scrollOffset' | 'range'>) =>
  (scrollOffset ?? 0) + (range?.startIndex ? TOP_PX - 1 : 0);

/**
 * Whether a row that changes its height changes the scroll position instead of what is below it. The reader looks at the
 * first row that begins below the pill, at a row that fills the list, or at a row that they expand.
 */
export function growsUpwards(
  { key, start, end }: Pick<VirtualItem, 'key' | 'start' | 'end'>,
  delta: number,
  rows: Pick<Rows, 'scrollOffset' | 'scrollRect' | 'range' | 'elementsCache'>,
): boolean {
  const { scrollOffset, scrollRect, elementsCache } = rows;
  if (start >= readingLine(rows) || end > (scrollOffset ?? 0) + (scrollRect?.height ?? 0)) return false;
  return delta < 0 || !elementsCache.get(key)?.contains(document.activeElement);
}

interface Options {
  rows: readonly Row[];
  /** Rows that stay rendered wherever the list is scrolled to: they have the focus or are being edited. */
  pinned: readonly number[];
  follow: boolean;
}

/**
 * Renders only the rows near the visible ones. What is visible does not move: rows that are added, removed or resized
 * above change the scroll position instead. At the end, the list follows.
 */
export function useVirtualRows({ rows, pinned, follow }: Options) {
  const box = useRef<HTMLDivElement>(null);
  const getItemKey = useCallback((index: number) => rows[index]?.key ?? index, [rows]);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      const extra = pinned.filter((index) => index >= 0 && index < range.count && !indexes.includes(index));
      return extra.length ? [...indexes, ...extra].sort((a, b) => a - b) : indexes;
    },
    [pinned],
  );
  // The React Compiler is not used: the functions of the virtualizer may return something else each time.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => estimatedHeight(rows[index]),
    getItemKey,
    rangeExtractor,
    overscan: OVERSCAN,
    paddingStart: 8,
    paddingEnd: 12,
    scrollPaddingStart: TOP_PX,
    anchorTo: 'end',
    followOnAppend: follow,
    scrollEndThreshold: NEAR_END_PX,
  });
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = growsUpwards;
  return { box, virtualizer, toEnd: useAnchor(rows, virtualizer, follow) };
}

interface Anchor {
  rows: readonly Row[];
  /** The first visible message, and its distance from the top of the list. */
  first?: { key: string; offset: number };
  top: number;
  /** Whether the reader is at the end: only scrolling up leaves it, not what is added faster than it is scrolled to. */
  atEnd: boolean;
}

/**
 * Keeps the first visible message where it is when rows are added or removed. The virtualizer does the same with the
 * first row, but that may be the line of a day, which moves when earlier messages of that day are loaded. A reader at the
 * end stays there, also if messages arrive faster than the browser reports how far it has scrolled.
 *
 * Returns what goes to the end. Rows that change on the way there do not stop it.
 */
function useAnchor(rows: readonly Row[], virtualizer: Rows, follow: boolean) {
  const anchor = useRef<Anchor>(undefined);
  /** The offset that keeps the first visible message where it is, until it is scrolled to. */
  const moved = useRef<number>(undefined);
  const record = useCallback(() => {
    const before = anchor.current;
    const top = virtualizer.scrollOffset ?? 0;
    const line = readingLine(virtualizer);
    const item = virtualizer.getVirtualItems().find(({ start, index }) => start >= line && isMessage(rows[index]));
    anchor.current = {
      rows,
      first: item && { key: String(item.key), offset: item.start - top },
      top,
      atEnd: virtualizer.isAtEnd(NEAR_END_PX) || (before !== undefined && before.atEnd && top >= before.top),
    };
  }, [rows, virtualizer]);

  useLayoutEffect(() => {
    const before = anchor.current;
    if (before && before.rows !== rows) {
      // After this rendering, and before it is painted: scrolling renders again.
      if (before.atEnd && follow) queueMicrotask(() => virtualizer.scrollToEnd());
      else if (before.first && !before.atEnd) {
        const { key, offset } = before.first;
        const start = virtualizer.measurementsCache[rows.findIndex((row) => row.key === key)]?.start;
        const expected = start === undefined ? undefined : start - offset;
        if (expected !== undefined && Math.abs(expected - (virtualizer.scrollOffset ?? 0)) > 1) {
          moved.current = expected;
          queueMicrotask(() => {
            if (moved.current !== undefined) virtualizer.scrollToOffset(moved.current);
            moved.current = undefined;
          });
        }
      }
    }
    record();
  }, [rows, virtualizer, follow, record]);

  const toEnd = useCallback(() => {
    const { top = 0 } = anchor.current ?? {};
    // What was read is left: an own message also takes away the line of what is new, and so moves what is below it.
    moved.current = undefined;
    anchor.current = { rows, ...anchor.current, top, atEnd: true };
    virtualizer.scrollToEnd();
  }, [rows, virtualizer]);

  // A composer that grows must not cover the last message.
  useLayoutEffect(() => {
    const box = virtualizer.scrollElement;
    if (!box) return;
    let height = box.clientHeight;
    const observer = new ResizeObserver(() => {
      if (box.clientHeight === height) return;
      height = box.clientHeight;
      if (anchor.current?.atEnd && follow) virtualizer.scrollToEnd();
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, [virtualizer, follow]);

  // What is rendered changes with the scroll position; the position also changes without a rendering.
  useLayoutEffect(() => {
    const box = virtualizer.scrollElement;
    box?.addEventListener('scroll', record, { passive: true });
    return () => box?.removeEventListener('scroll', record);
  }, [virtualizer, record]);
  return toEnd;
}
