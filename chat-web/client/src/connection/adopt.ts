import type { Box, Outgoing } from './box';
import { isBoxOf, otherBoxes, readBox } from './box';

/** The part of navigator.locks that is used; missing on plain http. */
export type Locks = Pick<LockManager, 'request'>;

/** The storage that all tabs share, and word of what other tabs write there. */
export interface Shelf {
  storage: Storage;
  watch: (changed: (name: string) => void) => () => void;
}

/**
 * Locks this tab's box for as long as the tab lives, and queues for the lock of each other box, those
 * that come to be later too: it comes free when the tab that owns it is gone (at once, after a
 * reload), and its messages are ours then. Without locks there is no telling, and what is found at
 * the start is taken.
 */
export function adoptBoxes(
  { storage, watch }: Shelf,
  user: number,
  box: Box,
  locks: Locks | undefined,
  adopt: (messages: Outgoing[]) => void,
): () => void {
  const closing = new AbortController();
  const queued = new Set([box.name]);
  const take = (name: string) => {
    // First into our own box, then out of the old one: what is there twice is recognised by its cid.
    adopt(readBox(storage, name));
    storage.removeItem(name);
    queued.delete(name);
  };
  const others = otherBoxes(storage, user).filter((name) => name !== box.name);
  if (!locks) {
    others.forEach(take);
    return () => undefined;
  }
  const queue = (name: string) => {
    if (queued.has(name) || !isBoxOf(name, user)) return;
    queued.add(name);
    void locks.request(name, { signal: closing.signal }, () => take(name)).catch(() => undefined);
  };
  void locks.request(box.name, () => untilAborted(closing.signal));
  others.forEach(queue);
  const unwatch = watch(queue);
  return () => {
    unwatch();
    closing.abort();
  };
}

function untilAborted(signal: AbortSignal) {
  return new Promise<void>((release) => {
    if (signal.aborted) release();
    else signal.addEventListener('abort', () => release());
  });
}
