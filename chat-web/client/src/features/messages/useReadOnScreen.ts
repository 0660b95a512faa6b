import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';
import { usePageFocus } from '../../a11y/usePageFocus';
import type { Pos } from '../../protocol/resources';
import { useChat, useChatState } from '../shared/chatContext';

const SHOWN_PART = 0.5;

/**
 * Marks as read what is on screen in a focused window, and nothing else: at least half of a message, or a message that
 * fills half of the list.
 */
export function useReadOnScreen(conv: number, box: RefObject<HTMLDivElement | null>, active: boolean) {
  const chat = useChat();
  const focused = usePageFocus();
  const known = useChatState((state) => state.summaries.has(conv));
  const onScreen = useRef(new Set<Pos>());
  const enabled = useRef(false);
  const observer = useRef<{ io: IntersectionObserver; observed: Set<Element> }>(undefined);

  const report = useRef(() => undefined as void);
  useEffect(() => {
    enabled.current = focused && active && known;
    report.current = () => {
      if (enabled.current && onScreen.current.size > 0) chat.read(conv, Math.max(...onScreen.current));
    };
    report.current();
  }, [chat, conv, focused, active, known]);

  useEffect(() => {
    const root = box.current;
    if (!root || typeof IntersectionObserver === 'undefined') return;
    const positions = onScreen.current;
    const io = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting, intersectionRatio, intersectionRect, rootBounds } of entries) {
          const pos = Number((target as HTMLElement).dataset.pos);
          const fills = intersectionRect.height >= (rootBounds?.height ?? Infinity) * SHOWN_PART;
          if (isIntersecting && (intersectionRatio >= SHOWN_PART || fills)) positions.add(pos);
          else positions.delete(pos);
        }
        report.current();
      },
      { root, threshold: [0, 0.25, SHOWN_PART, 0.75, 1] },
    );
    observer.current = { io, observed: new Set() };
    return () => {
      io.disconnect();
      observer.current = undefined;
      positions.clear();
    };
  }, [box]);

  // After each rendering: rows come and go while the list is scrolled.
  useEffect(() => {
    const { current } = observer;
    if (!current) return;
    const rendered = new Set(box.current?.querySelectorAll('[data-pos]'));
    for (const before of current.observed) {
      if (rendered.has(before)) continue;
      current.io.unobserve(before);
      onScreen.current.delete(Number((before as HTMLElement).dataset.pos));
    }
    for (const now of rendered) if (!current.observed.has(now)) current.io.observe(now);
    current.observed = rendered;
  });
}
