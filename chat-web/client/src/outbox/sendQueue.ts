import type { ConversationId } from '../protocol/resources';
import type { PendingMessage } from './outboxStorage';

/** Maximum number of unanswered first-time sends per conversation. */
const WINDOW = 8;

interface Attempt {
  frameId: number;
  /** It was sent before and may already be in the log. */
  repeat: boolean;
  timeout: ReturnType<typeof setTimeout>;
}

export interface QueuedMessage {
  message: PendingMessage;
  attempt?: Attempt;
}

/**
 * The pending messages of one conversation, in the order written. The server appends the frames of one socket in the
 * order sent, so several first-time sends can be in flight together. For repeats the client has to keep the order: a
 * repeat is sent only when nothing before it is unanswered, and nothing is sent after it until it is answered.
 */
export class SendQueue {
  readonly entries: QueuedMessage[] = [];
  failures = 0;
  blockedUntil = 0;
  timer?: ReturnType<typeof setTimeout>;

  constructor(readonly conv: ConversationId) {}

  /** The message that can be sent now, if any. */
  next(): QueuedMessage | undefined {
    let unanswered = 0;
    for (const entry of this.entries) {
      if (entry.attempt) {
        if (entry.attempt.repeat || ++unanswered >= WINDOW) return undefined;
        continue;
      }
      const isRepeat = entry.message.cid !== undefined;
      return isRepeat && unanswered > 0 ? undefined : entry;
    }
    return undefined;
  }

  endAttempt(entry: QueuedMessage) {
    clearTimeout(entry.attempt?.timeout);
    entry.attempt = undefined;
  }

  remove(entry: QueuedMessage) {
    this.endAttempt(entry);
    this.entries.splice(this.entries.indexOf(entry), 1);
  }

  /** All unanswered messages have to be repeated on the next connection. */
  connectionLost() {
    this.entries.forEach((entry) => this.endAttempt(entry));
    clearTimeout(this.timer);
    this.timer = undefined;
    this.blockedUntil = 0;
  }
}
