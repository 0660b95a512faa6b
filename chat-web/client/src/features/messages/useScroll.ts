import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const NEAR_END_PX = 48;
const NEAR_START_PX = 300;

interface Given {
  /** What stands first and last, to tell growth at the top from growth at the bottom. */
  oldest: number | undefined;
  newest: string | undefined;
  /** The last thing I wrote: to it the page always goes. */
  mine: string | undefined;
  more: boolean;
  loadOlder: () => void;
  /** At the end, with nothing left to do. */
  settled: () => void;
}

/**
 * Keeps what a person looks at where it is: at the end, new messages push up; anywhere else, nothing
 * moves, neither for new messages below nor for older ones that come in above.
 */
export function useScroll(given: Given) {
  const box = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const sticks = useRef(true);
  const before = useRef<{ oldest?: number; mine?: string; height: number; top: number }>({ height: 0, top: 0 });
  const { oldest, newest, mine, more, loadOlder, settled } = given;

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

  // The keyboard of a phone, a longer composer, a picture of the window: the end stays the end.
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

  // A page that does not fill the window leaves nothing to scroll, so the next is asked for at once.
  useEffect(() => {
    const element = box.current;
    if (element && more && element.scrollHeight <= element.clientHeight) loadOlder();
    else if (sticks.current) settled();
  });

  return { box, atEnd, toEnd, onScroll };
}
