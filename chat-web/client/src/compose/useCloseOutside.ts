import { useEffect, useRef } from 'react';

/** The ref of an element that closes when something outside of it is pressed or gets the focus. */
export function useCloseOutside<T extends HTMLElement>(open: boolean, close: () => void) {
  const element = useRef<T>(null);
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: Event) => {
      if (event.target instanceof Node && !element.current?.contains(event.target)) latest.current();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);
  return element;
}
