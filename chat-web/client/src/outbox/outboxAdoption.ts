import type { OutboxStorage, PendingMessage } from './outboxStorage';
import { isOutboxOf, otherOutboxes, readOutbox } from './outboxStorage';

/** The part of navigator.locks that is used; not available on plain http. */
export type Locks = Pick<LockManager, 'request'>;

/** The storage that all tabs share, and notifications about writes of other tabs. */
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
 * Holds a lock on this tab's storage entry while the tab is open, and waits for the lock of every other entry,
 * including those created later. A lock is released when its tab is closed or reloaded; the messages in its entry are
 * then adopted. Without locks (plain http) it is unknown whether a tab is still open, so all entries that exist at the
 * start are adopted.
 */
export function adoptOutboxes(
  { storage, watch }: SharedStorage,
  user: number,
  own: OutboxStorage,
  locks: Locks | undefined,
  adopt: (messages: PendingMessage[]) => boolean,
): () => void {
  const closing = new AbortController();
  const queued = new Set([own.name]);
  const adoptEntry = (name: string) => {
    const messages = readOutbox(storage, name);
    // The other entry must not be removed before its messages are stored in this tab's own.
    if (messages?.length && adopt(messages)) storage.removeItem(name);
  };
  const others = otherOutboxes(storage, user).filter((name) => name !== own.name);
  if (!locks) {
    others.forEach(adoptEntry);
    return () => undefined;
  }
  const adoptWhenSettled = async (name: string) => {
    await pause(SETTLE_MS, closing.signal);
    queued.delete(name);
    // After the stop the messages stay in their entry, for the next page.
    if (!closing.signal.aborted) adoptEntry(name);
  };
  const queue = (name: string) => {
    if (closing.signal.aborted || queued.has(name) || !isOutboxOf(name, user)) return;
    queued.add(name);
    locks
      .request(name, { signal: closing.signal }, () => adoptWhenSettled(name))
      .catch(async () => {
        await pause(RETRY_MS, closing.signal);
        queued.delete(name);
        queue(name);
      });
  };
  void locks.request(own.name, () => untilAborted(closing.signal));
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

/** Resolves early if the signal aborts. */
function pause(ms: number, signal: AbortSignal) {
  return new Promise<void>((done) => {
    const timer = setTimeout(done, ms);
    void untilAborted(signal).then(() => {
      clearTimeout(timer);
      done();
    });
  });
}
