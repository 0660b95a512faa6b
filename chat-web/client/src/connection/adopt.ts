import type { Outgoing } from './box';
import { Box, otherBoxes, readBox } from './box';

/** The part of navigator.locks that is used; missing on plain http. */
export type Locks = Pick<LockManager, 'request'>;

/**
 * A box for this tab, and a place in the queue for each box that is there already: its lock comes
 * free when the tab that owns it is gone (at once, after a reload), and its messages are ours then.
 */
export function openBox(
  storage: Storage,
  user: number,
  tab: string,
  locks: Locks | undefined,
  adopt: (messages: Outgoing[]) => void,
): { box: Box; close: () => void } {
  const closing = new AbortController();
  const others = otherBoxes(storage, user);
  const box = new Box(storage, user, tab);
  const take = (name: string) => {
    // First into our own box, then out of the old one: twice is recognised, never is not.
    adopt(readBox(storage, name));
    storage.removeItem(name);
  };
  if (!locks) {
    others.forEach(take);
    return { box, close: () => undefined };
  }
  const hold = () =>
    new Promise<void>((release) => {
      if (closing.signal.aborted) release();
      closing.signal.addEventListener('abort', () => release());
    });
  void locks.request(box.lockName(), hold);
  for (const name of others) {
    void locks.request(name, { signal: closing.signal }, () => take(name)).catch(() => undefined);
  }
  return { box, close: () => closing.abort() };
}
