import type { ConversationId } from '../protocol/resources';
import type { PendingMessage } from './outboxStorage';

/** Maximum number of unanswered first-time sends per conversation. */
const WINDOW = 8;

interface InFlight {
  frameId: number;
  /** Sent before: it may be in the log already. */
  repeat: boolean;
  overdue: ReturnType<typeof setTimeout>;
}

export interface QueuedMessage {
  message: PendingMessage;
  flight?: InFlight;
}

/**
 * The waiting messages of one conversation, in the order written. The log takes the frames of one
 * socket in the order sent, so first-time sends may fly together. Once one has to be repeated the
 * order rests on the page: a repeat goes alone, nothing before it unanswered, nothing behind it
 * until it is answered.
 */
export class SendQueue {
  readonly waiting: QueuedMessage[] = [];
  failures = 0;
  heldUntil = 0;
  timer?: ReturnType<typeof setTimeout>;

  constructor(readonly conv: ConversationId) {}

  /** The message that may be sent now. */
  next(): QueuedMessage | undefined {
    let flying = 0;
    for (const entry of this.waiting) {
      if (entry.flight) {
        if (entry.flight.repeat || ++flying >= WINDOW) return undefined;
        continue;
      }
      const isRepeat = entry.message.cid !== undefined;
      return isRepeat && flying > 0 ? undefined : entry;
    }
    return undefined;
  }

  endFlight(entry: QueuedMessage) {
    clearTimeout(entry.flight?.overdue);
    entry.flight = undefined;
  }

  remove(entry: QueuedMessage) {
    this.endFlight(entry);
    this.waiting.splice(this.waiting.indexOf(entry), 1);
  }

  /** Everything unanswered has to be repeated on the next connection. */
  connectionLost() {
    this.waiting.forEach((entry) => this.endFlight(entry));
    clearTimeout(this.timer);
    this.timer = undefined;
    this.heldUntil = 0;
  }
}
