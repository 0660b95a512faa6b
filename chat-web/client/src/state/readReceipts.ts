import type { ClientFrame } from '../protocol/frames';
import type { ConversationId, Pos } from '../protocol/resources';

const INTERVAL_MS = 1_000;
const RESEND_WITHIN_MS = 60_000;

/**
 * Reports to the server how far this user has read: immediately, then at most once a second, and always the latest
 * position. The server does not answer, so receipts sent shortly before a connection was lost are sent again.
 */
export class ReadReceipts {
  private readonly pending = new Map<ConversationId, Pos>();
  private readonly sent = new Map<ConversationId, { pos: Pos; at: number }>();
  private timer?: ReturnType<typeof setTimeout>;

  constructor(private readonly send: (frame: ClientFrame) => boolean) {}

  read(conv: ConversationId, pos: Pos) {
    this.pending.set(conv, Math.max(pos, this.pending.get(conv) ?? 0));
    if (this.timer === undefined) this.flush();
  }

  /** The position is about to be set back: what was reported before must not be repeated after that. */
  forget(conv: ConversationId) {
    this.pending.delete(conv);
    this.sent.delete(conv);
  }

  opened() {
    for (const [conv, { pos, at }] of this.sent) {
      if (Date.now() - at < RESEND_WITHIN_MS) this.pending.set(conv, Math.max(pos, this.pending.get(conv) ?? 0));
    }
    this.sent.clear();
    if (this.timer === undefined) this.flush();
  }

  /** What is not reported yet is reported now, while the connection is still open. */
  stop() {
    clearTimeout(this.timer);
    this.flush();
    clearTimeout(this.timer);
  }

  private flush() {
    this.timer = undefined;
    let anySent = false;
    for (const [conv, pos] of this.pending) {
      if (!this.send({ t: 'read', conv, pos })) continue;
      this.pending.delete(conv);
      this.sent.set(conv, { pos, at: Date.now() });
      anySent = true;
    }
    if (anySent) this.timer = setTimeout(() => this.flush(), INTERVAL_MS);
  }
}
