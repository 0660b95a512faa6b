import type { ClientFrame } from '../protocol/frames';
import type { ConversationId, Pos } from '../protocol/resources';

const EVERY_MS = 1_000;
const DOUBTFUL_MS = 60_000;

/**
 * Tells the server how far I have read: at once, then at most every second, and always the last
 * place. There is no answer to it, so what was told shortly before a connection broke is told again.
 */
export class ReadReceipts {
  private readonly waiting = new Map<ConversationId, Pos>();
  private readonly told = new Map<ConversationId, { pos: Pos; at: number }>();
  private timer?: ReturnType<typeof setTimeout>;

  constructor(private readonly send: (frame: ClientFrame) => boolean) {}

  read(conv: ConversationId, pos: Pos) {
    this.waiting.set(conv, Math.max(pos, this.waiting.get(conv) ?? 0));
    if (this.timer === undefined) this.flush();
  }

  opened() {
    for (const [conv, { pos, at }] of this.told) {
      if (Date.now() - at < DOUBTFUL_MS) this.waiting.set(conv, Math.max(pos, this.waiting.get(conv) ?? 0));
    }
    this.told.clear();
    if (this.timer === undefined) this.flush();
  }

  stop() {
    clearTimeout(this.timer);
  }

  private flush() {
    this.timer = undefined;
    let sent = false;
    for (const [conv, pos] of this.waiting) {
      if (!this.send({ t: 'read', conv, pos })) continue;
      this.waiting.delete(conv);
      this.told.set(conv, { pos, at: Date.now() });
      sent = true;
    }
    if (sent) this.timer = setTimeout(() => this.flush(), EVERY_MS);
  }
}
