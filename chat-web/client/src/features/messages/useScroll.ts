import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const NEAR_END_PX = 48;
const NEAR_START_PX = 300;

interface ScrollOptions {
  /** Identify the first and last row, to distinguish additions at the top from additions at the bottom. */
  oldest: number | undefined;
  newest: string | undefined;
  /** The latest own message; the list always scrolls to it. */
  mine: string | undefined;
  more: boolean;
  loadOlder: () => void;
  /** Called while the list is at the end and needs no older messages. */
  settled: () => void;
}

/**
 * Keeps the scroll position stable. At the end, the list follows new messages. Elsewhere, the visible messages do not
 * move when messages are added above or below.
 */
export function useScroll(options: ScrollOptions) {
  const box = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const sticks = useRef(true);
  const before = useRef<{ oldest?: number; mine?: string; height: number; top: number }>({ height: 0, top: 0 });
  const { oldest, newest, mine, more, loadOlder, settled } = options;

  const toEnd = useCallback(() => {
    sticks.current = true;
    setAtEnd(true);
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, []);

  function onScroll() {
    const element = box.current;
    if (!element) return;
    const { scrollTop, scrollHeight, clientHeight } = element;
    sticks.current = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
    before.current = { ...before.current, height: scrollHeight, top: scrollTop };
    setAtEnd(sticks.current);
    if (more && scrollTop < NEAR_START_PX) loadOlder();
  }

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const was = before.current;
    const wroteSomething = mine !== undefined && mine !== was.mine;
    const grewAbove = was.oldest !== undefined && oldest !== undefined && oldest < was.oldest;
    if (sticks.current || wroteSomething) {
      sticks.current = true;
      element.scrollTop = element.scrollHeight;
    } else if (grewAbove) {
      element.scrollTop = was.top + (element.scrollHeight - was.height);
    }
    before.current = { oldest, mine, height: element.scrollHeight, top: element.scrollTop };
  }, [oldest, newest, mine]);

  // Stays at the end when the size changes, for example because of an on-screen keyboard or a taller composer.
  useEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => {
      if (sticks.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);

  // A page that does not fill the window cannot be scrolled, so load the next one.
  useEffect(() => {
    const element = box.current;
    if (element && more && element.scrollHeight <= element.clientHeight) loadOlder();
    else if (sticks.current) settled();
  });

  return { box, atEnd, toEnd, onScroll };
}
