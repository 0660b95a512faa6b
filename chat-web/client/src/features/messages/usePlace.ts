import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Pos } from '../../protocol/resources';
import type { Place, SavedPlace } from '../../state/place';
import { useChat, useChatState } from '../shared/chatContext';
import type { Row } from './messageRows';
import { NEAR_END_PX, readingLine } from './useVirtualRows';

const HIGHLIGHT_MS = 2_500;
const SAVE_DELAY_MS = 300;

type Rows = Virtualizer<HTMLDivElement, HTMLLIElement>;

interface Options {
  conv: number;
  rows: readonly Row[];
  virtualizer: Rows;
  hasNewer: boolean;
  toEnd: () => void;
}

/** Scrolls to where the conversation is to be shown, and remembers where the reader leaves it. */
export function usePlace({ conv, rows, virtualizer, hasNewer, toEnd }: Options) {
  const chat = useChat();
  const place = useChatState((state) => (state.place?.conv === conv ? state.place : undefined));
  const [shownVisit, setShownVisit] = useState<number>();
  const [highlighted, setHighlighted] = useState<Pos>();

  const latest = useRef({ rows, hasNewer, toEnd, shown: false });
  useLayoutEffect(() => {
    latest.current = { rows, hasNewer, toEnd, shown: shownVisit !== undefined };
  });

  const applied = useRef<number>(undefined);
  useLayoutEffect(() => {
    if (!place || place.visit === applied.current) return;
    applied.current = place.visit;
    // After this rendering, and before it is painted: scrolling renders again.
    queueMicrotask(() => {
      scrollTo(place, latest.current.rows, virtualizer, latest.current.toEnd);
      setShownVisit(place.visit);
      setHighlighted(place.at === 'message' ? place.pos : undefined);
    });
  }, [place, virtualizer]);

  useEffect(() => {
    if (highlighted === undefined) return;
    const timer = setTimeout(() => setHighlighted(undefined), HIGHLIGHT_MS);
    return () => clearTimeout(timer);
  }, [highlighted]);

  useEffect(() => {
    const box = virtualizer.scrollElement;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => {
      timer = undefined;
      const now = latest.current;
      if (now.shown) chat.reader.left(conv, savedPlace(now.rows, virtualizer, now.hasNewer));
    };
    const scrolled = () => {
      timer ??= setTimeout(save, SAVE_DELAY_MS);
    };
    box?.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      box?.removeEventListener('scroll', scrolled);
      if (timer === undefined) return;
      clearTimeout(timer);
      save();
    };
  }, [chat, conv, virtualizer]);

  return { shown: shownVisit !== undefined, highlighted };
}

function scrollTo(place: Place, rows: readonly Row[], virtualizer: Rows, toEnd: () => void) {
  const rowOf = (pos: Pos) =>
    rows.findIndex((row) => (row.kind === 'message' || row.kind === 'notice') && row.message.pos >= pos);
  const toIndex = (index: number, align: 'start' | 'center') => {
    if (index < 0) toEnd();
    else virtualizer.scrollToIndex(index, { align });
  };
  switch (place.at) {
    case 'end':
      return toEnd();
    case 'start':
      return toIndex(Math.min(1, rows.length - 1), 'start');
    case 'unread': {
      const line = rows.findIndex((row) => row.kind === 'unread');
      return toIndex(line >= 0 ? line : rowOf(place.after + 1), 'start');
    }
    case 'message':
      return toIndex(rowOf(place.pos), 'center');
    case 'saved': {
      const index = rowOf(place.place.pos);
      const [offset] = virtualizer.getOffsetForIndex(index, 'start') ?? [];
      if (index < 0 || offset === undefined) return toEnd();
      return virtualizer.scrollToOffset(offset + virtualizer.options.scrollPaddingStart - place.place.offset);
    }
  }
}

/** The first message that begins where the reader reads; undefined at the end of the conversation. */
function savedPlace(rows: readonly Row[], virtualizer: Rows, hasNewer: boolean): SavedPlace | undefined {
  if (!hasNewer && virtualizer.isAtEnd(NEAR_END_PX)) return undefined;
  const top = virtualizer.scrollOffset ?? 0;
  const line = readingLine(virtualizer);
  for (const item of virtualizer.getVirtualItems()) {
    const row = rows[item.index];
    if (item.start >= line && (row?.kind === 'message' || row?.kind === 'notice'))
      return { pos: row.message.pos, offset: item.start - top };
  }
  return undefined;
}
