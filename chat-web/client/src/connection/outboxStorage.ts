import type { Cid, ConversationId, Pos } from '../protocol/resources';

/** A message that is not yet accepted, as it is stored across reloads. */
export interface PendingMessage {
  /** Assigned by the page when the message is written. */
  key: string;
  conv: ConversationId;
  body: string;
  replyTo?: Pos;
  writtenAt: string;
  /** Assigned when it is first sent. A message with a cid may be in the log already. */
  cid?: Cid;
  /** The code of a refusal that repeating would not change. */
  failed?: string;
}

const PREFIX = 'parley.outbox.';

/**
 * Where waiting messages are kept, one box for each tab. A tab sends only what is in its own: two
 * tabs that send the same message would give it two cids, and so make two of it.
 */
export class OutboxStorage {
  readonly name: string;

  constructor(
    private readonly storage: Storage,
    user: number,
    tab: string,
  ) {
    this.name = `${PREFIX}${user}.${tab}`;
  }

  /** False if the browser refused to store them: they then last only as long as the page. */
  write(messages: readonly PendingMessage[]): boolean {
    try {
      if (messages.length) this.storage.setItem(this.name, JSON.stringify(messages));
      else this.storage.removeItem(this.name);
      return true;
    } catch {
      return false;
    }
  }
}

/** Boxes of this user that earlier pages left behind, or that other tabs still use. */
export function otherOutboxes(storage: Storage, user: number): string[] {
  const names = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '');
  return names.filter((name) => isOutboxOf(name, user));
}

export function isOutboxOf(name: string, user: number) {
  return name.startsWith(`${PREFIX}${user}.`);
}

/** Undefined if there is nothing that can be read. */
export function readOutbox(storage: Storage, name: string): PendingMessage[] | undefined {
  try {
    const stored: unknown = JSON.parse(storage.getItem(name) ?? 'null');
    return Array.isArray(stored) ? (stored as PendingMessage[]) : undefined;
  } catch {
    return undefined;
  }
}
