import { useEffect, useRef } from 'react';

/** When a conversation is closed, moves the focus back to its item in the list. */
export function useRestoreFocus(conv: number | undefined) {
  const before = useRef(conv);
  useEffect(() => {
    const closed = before.current;
    before.current = conv;
    if (conv !== undefined || closed === undefined) return;
    document.querySelector<HTMLElement>(`[data-testid="conversation"][data-conv="${closed}"]`)?.focus();
  }, [conv]);
}
