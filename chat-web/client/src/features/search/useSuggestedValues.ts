import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import type { Edited } from './operators';
import { completed, typedAt } from './operators';
import { useValues } from './useValues';

/** The values that can follow the operator at the cursor, and the keys that choose one. */
export function useSuggestedValues({ query, cursor }: Edited, accept: (edited: Edited) => void) {
  /** Whether values are offered: only after something was typed. */
  const [typing, setTyping] = useState(false);
  /** The value that Enter takes; -1: none, so that Enter searches. */
  const [index, setIndex] = useState(-1);

  const typed = typing ? typedAt(query, cursor) : undefined;
  const { values: found } = useValues(typed?.operator, typed?.text ?? '');
  const values = found.filter(({ text }) => text !== typed?.text);

  function offer() {
    setTyping(true);
    setIndex(-1);
  }

  function choose(at: number) {
    const value = values[at];
    if (typed && value) accept(completed(query, typed, value.text));
  }

  function move(step: number) {
    // One more place, for none.
    const places = values.length + 1;
    setIndex(((index + 1 + step + places) % places) - 1);
  }

  function key(event: KeyboardEvent) {
    if (values.length === 0 || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Escape') setTyping(false);
    else if (event.key === 'Enter' && values[index]) choose(index);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return { values, index, key, choose, offer, close: () => setTyping(false) };
}
