import type { Box, Outgoing } from './box';
import { otherBoxes, readBox } from './box';

/** The part of navigator.locks that is used; missing on plain http. */
export type Locks = Pick<LockManager, 'request'>;

/**
 * Locks this tab's box for as long as the tab lives, and queues for the lock of each box that is
 * there already: it comes free when the tab that owns it is gone (at once, after a reload), and its
 * messages are ours then. Without locks there is no telling, and what is found is taken.
 */
export function adoptBoxes(
  storage: Storage,
  user: number,
  box: Box,
  locks: Locks | undefined,
  adopt: (messages: Outgoing[]) => void,
): () => void {
  const closing = new AbortController();
  const take = (name: string) => {
    // First into our own box, then out of the old one: what is there twice is recognised by its cid.
    adopt(readBox(storage, name));
    storage.removeItem(name);
  };
  const others = otherBoxes(storage, user).filter((name) => name !== box.name);
  if (!locks) {
    others.forEach(take);
    return () => undefined;
  }
  void locks.request(box.name, () => untilAborted(closing.signal));
  for (const name of others) {
    void locks.request(name, { signal: closing.signal }, () => take(name)).catch(() => undefined);
  }
  return () => closing.abort();
}

function untilAborted(signal: AbortSignal) {
  return new Promise<void>((release) => {
    if (signal.aborted) release();
    else signal.addEventListener('abort', () => release());
  });
}
