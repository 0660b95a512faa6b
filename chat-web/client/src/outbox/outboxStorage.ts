import type { AttachedFile, Cid, ConversationId, Pos } from '../protocol/resources';

/** A message that the server has not accepted yet, as stored in the browser. */
export interface PendingMessage {
  /** Identifies the message in the client; assigned when it is written. */
  key: string;
  conv: ConversationId;
  body: string;
  replyTo?: Pos;
  /** Complete uploads. */
  files?: readonly AttachedFile[];
  writtenAt: string;
  /** Assigned when the message is first sent. A message with a cid may already be in the log. */
  cid?: Cid;
  /** The error code, if the server refused the message permanently. */
  failed?: string;
}

const PREFIX = 'parley.outbox.';

/**
 * Stores the pending messages of one tab. A tab sends only the messages in its own storage: two tabs that send the same
 * message would assign it two cids and thereby duplicate it.
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

  /** Returns false if the browser cannot store the messages; they are then lost when the page is closed. */
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

/** The storage entries of this user that belong to closed pages or to other tabs. */
export function otherOutboxes(storage: Storage, user: number): string[] {
  const names = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '');
  return names.filter((name) => isOutboxOf(name, user));
}

export function isOutboxOf(name: string, user: number) {
  return name.startsWith(`${PREFIX}${user}.`);
}

/** Undefined if the entry is missing or unreadable. */
export function readOutbox(storage: Storage, name: string): PendingMessage[] | undefined {
  try {
    const stored: unknown = JSON.parse(storage.getItem(name) ?? 'null');
    return Array.isArray(stored) ? (stored as PendingMessage[]) : undefined;
  } catch {
    return undefined;
  }
}
