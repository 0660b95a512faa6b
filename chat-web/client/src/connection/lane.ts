import type { ConversationId } from '../protocol/resources';
import type { Outgoing } from './box';

/** How many first-time sends of one conversation may wait for an answer at once. */
const WINDOW = 8;

interface Flight {
  frameId: number;
  /** It may be in the log already. */
  repeat: boolean;
  overdue: ReturnType<typeof setTimeout>;
}

export interface Waiting {
  message: Outgoing;
  flight?: Flight;
}

/**
 * The waiting messages of one conversation, in the order written. The log takes the frames of one
 * socket in the order sent, so first-time sends may fly together. Once one has to be repeated the
 * order rests on the page: a repeat goes alone, nothing before it unanswered, nothing behind it
 * until it is answered.
 */
export class Lane {
  readonly waiting: Waiting[] = [];
  failures = 0;
  heldUntil = 0;
  timer?: ReturnType<typeof setTimeout>;

  constructor(readonly conv: ConversationId) {}

  /** What may be sent now. */
  next(): Waiting | undefined {
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

  land(entry: Waiting) {
    clearTimeout(entry.flight?.overdue);
    entry.flight = undefined;
  }

  remove(entry: Waiting) {
    this.land(entry);
    this.waiting.splice(this.waiting.indexOf(entry), 1);
  }

  /** The connection is gone: whatever flew has to be repeated on the next. */
  groundAll() {
    this.waiting.forEach((entry) => this.land(entry));
    clearTimeout(this.timer);
    this.timer = undefined;
    this.heldUntil = 0;
  }
}
