import type { OutboxStorage, PendingMessage } from './outboxStorage';
import { isOutboxOf, otherOutboxes, readOutbox } from './outboxStorage';

/** The part of navigator.locks that is used; missing on plain http. */
export type Locks = Pick<LockManager, 'request'>;

/** The storage that all tabs share, and word of what other tabs write there. */
export interface SharedStorage {
  storage: Storage;
  watch: (changed: (name: string) => void) => () => void;
}

/**
 * How long the lock of a closed tab is held before its messages are read. A lock may reach this tab before the last
 * writes of the tab that held it: reading at once could miss a message, and removing the entry would then lose it.
 */
export const SETTLE_MS = 500;
const RETRY_MS = 1_000;

/**
 * Holds a lock on this tab's box while the tab is open, and queues for the lock of every other box, including those
 * created later. A lock becomes free when its tab is closed or reloaded; the messages left there are then adopted.
 * Without locks (plain http) nobody can tell whether a tab is still open, so everything found at the start is adopted.
 */
export function adoptOutboxes(
  { storage, watch }: SharedStorage,
  user: number,
  box: OutboxStorage,
  locks: Locks | undefined,
  adopt: (messages: PendingMessage[]) => boolean,
): () => void {
  const closing = new AbortController();
  const queued = new Set([box.name]);
  const take = (name: string) => {
    const messages = readOutbox(storage, name);
    // Stored in our own box first: the copy left behind must not be removed before the messages are safe.
    if (messages?.length && adopt(messages)) storage.removeItem(name);
  };
  const others = otherOutboxes(storage, user).filter((name) => name !== box.name);
  if (!locks) {
    others.forEach(take);
    return () => undefined;
  }
  const takeWhenSettled = async (name: string) => {
    await pause(SETTLE_MS, closing.signal);
    queued.delete(name);
    // After the stop the messages stay where they are, for the next page.
    if (!closing.signal.aborted) take(name);
  };
  const queue = (name: string) => {
    if (closing.signal.aborted || queued.has(name) || !isOutboxOf(name, user)) return;
    queued.add(name);
    locks
      .request(name, { signal: closing.signal }, () => takeWhenSettled(name))
      .catch(async () => {
        await pause(RETRY_MS, closing.signal);
        queued.delete(name);
        queue(name);
      });
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
    else signal.addEventListener('abort', () => release(), { once: true });
  });
}

/** Ends early when the signal aborts. */
function pause(ms: number, signal: AbortSignal) {
  return new Promise<void>((done) => {
    const timer = setTimeout(done, ms);
    void untilAborted(signal).then(() => {
      clearTimeout(timer);
      done();
    });
  });
}
