import { useEffect, useRef } from 'react';

/** Whoever comes back to the list goes on from where they left it. */
export function useRestoreFocus(conv: number | undefined) {
  const before = useRef(conv);
  useEffect(() => {
    const left = before.current;
    before.current = conv;
    if (conv !== undefined || left === undefined) return;
    document.querySelector<HTMLElement>(`[data-testid="conversation"][data-conv="${left}"]`)?.focus();
  }, [conv]);
}
