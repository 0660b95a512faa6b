import type { ErrFrame, Limits, OkFrame, SendFrame } from '../protocol/frames';
import { newCid } from '../protocol/cid';
import type { Cid, ConversationId, Pos } from '../protocol/resources';
import { retryDelay } from './backoff';
import type { PendingMessage } from './outboxStorage';
import type { QueuedMessage } from './sendQueue';
import { SendQueue } from './sendQueue';
import { TokenBucket } from './tokenBucket';

const ANSWERED_WITHIN_MS = 12_000;

export interface OutboxTransport {
  nextId(): number;
  send(frame: SendFrame): boolean;
  /** The log's clock. */
  now(): number;
  /** Synchronizes with the log's clock again; may reconnect to do so. */
  correctClock(err: ErrFrame): void;
  /**
   * Without locks another tab may take over what this one still holds. A message then has its cid
   * from the beginning, so that both send the same one.
   */
  isShared?: boolean;
}

export interface PendingMessageWriter {
  write(messages: readonly PendingMessage[]): boolean;
}

/** Sends each message once and in order, despite lost answers, lost connections and reloads. */
export class Outbox {
  private readonly queues = new Map<ConversationId, SendQueue>();
  private readonly failed: PendingMessage[] = [];
  private readonly bucket = new TokenBucket();
  private frameBytes = Infinity;
  private open = false;
  private stopped = false;
  private keys = 0;

  constructor(
    private readonly transport: OutboxTransport,
    private readonly writer: PendingMessageWriter,
    private readonly changed: (messages: readonly PendingMessage[]) => void,
    private readonly random: () => number = Math.random,
  ) {}

  /** Waiting and failed messages, in the order written within each conversation. */
  all(): PendingMessage[] {
    const waiting = [...this.queues.values()].flatMap((queue) => queue.waiting.map((entry) => entry.message));
    return [...waiting, ...this.failed].sort(byWrittenAt);
  }

  add(conv: ConversationId, body: string, replyTo?: Pos) {
    const writtenAt = new Date().toISOString();
    const cid = this.transport.isShared ? newCid(this.transport.now()) : undefined;
    this.queue(conv).waiting.push({ message: { key: this.newKey(writtenAt), conv, body, replyTo, writtenAt, cid } });
    this.keep();
    this.pump(conv);
  }

  /**
   * Takes over messages that an earlier page left behind. False if they are not stored here, in which case the caller
   * must leave them where they are.
   */
  adopt(messages: readonly PendingMessage[]): boolean {
    if (this.stopped) return false;
    messages.forEach((message) => this.adoptOne(message));
    this.queues.forEach((queue) => queue.waiting.sort((a, b) => byWrittenAt(a.message, b.message)));
    const stored = this.keep();
    this.pumpAll();
    return stored;
  }

  /** A page that died while it adopted a message leaves two copies; the one with a cid may be in the log already. */
  private adoptOne(message: PendingMessage) {
    const held = this.find((waiting) => waiting.message.key === message.key);
    if (held) held.message = { ...held.message, cid: held.message.cid ?? message.cid };
    else if (this.failed.some((failed) => failed.key === message.key)) return;
    else if (message.failed) this.failed.push(message);
    else this.queue(message.conv).waiting.push({ message });
  }

  retry(key: string) {
    const message = this.takeFailed((failed) => failed.key === key);
    if (!message) return;
    // The refused cid is not used again: this is a new attempt, at the end of what waits.
    const again = { ...message, cid: undefined, failed: undefined, writtenAt: new Date().toISOString() };
    this.queue(message.conv).waiting.push({ message: again });
    this.keep();
    this.pump(message.conv);
  }

  discard(key: string) {
    const entry = this.find((waiting) => waiting.message.key === key);
    if (entry) this.queue(entry.message.conv).remove(entry);
    else this.takeFailed((failed) => failed.key === key);
    this.keep();
    if (entry) this.pump(entry.message.conv);
  }

  opened(limits: Limits) {
    this.open = true;
    this.frameBytes = limits.frameBytes;
    this.bucket.limits(limits.sendsPerSecond, limits.sendsBurst);
    this.pumpAll();
  }

  closed() {
    this.open = false;
    this.queues.forEach((queue) => queue.connectionLost());
  }

  stop() {
    this.closed();
    this.stopped = true;
  }

  /** The message that this answers; it is no longer pending. */
  accepted(ok: OkFrame): PendingMessage | undefined {
    return ok.cid === undefined ? undefined : this.settle(ok.cid);
  }

  /** The same by another way: the record itself came, after a lost answer. */
  arrived(cid: Cid): PendingMessage | undefined {
    return this.settle(cid);
  }

  refused(err: ErrFrame) {
    const entry = this.find((waiting) => waiting.flight !== undefined && waiting.flight.frameId === err.id);
    if (!entry) return;
    const queue = this.queue(entry.message.conv);
    queue.endFlight(entry);
    if (err.code === 'clock') this.renew(queue, entry, err);
    else if (err.retry) this.hold(queue, err);
    else this.fail(queue, entry, err.code);
    this.pump(queue.conv);
  }

  private settle(cid: Cid) {
    const entry = this.find((waiting) => waiting.message.cid === cid);
    if (!entry) return this.settleFailed(cid);
    const queue = this.queue(entry.message.conv);
    queue.remove(entry);
    queue.failures = 0;
    this.keep();
    this.pump(queue.conv);
    return entry.message;
  }

  /** Refused at last, but an earlier attempt had got through. */
  private settleFailed(cid: Cid) {
    const message = this.takeFailed((failed) => failed.cid === cid);
    if (message) this.keep();
    return message;
  }

  /** `clock` says for certain that this cid is not in the log, so that another may take its place. */
  private renew(queue: SendQueue, entry: QueuedMessage, err: ErrFrame) {
    entry.message = { ...entry.message, cid: undefined };
    this.keep();
    this.transport.correctClock(err);
    queue.heldUntil = Date.now() + retryDelay(queue.failures++, this.random);
  }

  private hold(queue: SendQueue, err: ErrFrame) {
    const wait = err.retryAfterMs ?? retryDelay(queue.failures, this.random);
    queue.failures++;
    queue.heldUntil = Math.max(queue.heldUntil, Date.now() + wait);
    if (err.code === 'rate_limited') this.bucket.drain(wait);
  }

  private fail(queue: SendQueue, entry: QueuedMessage, code: string) {
    queue.remove(entry);
    this.failed.push({ ...entry.message, failed: code });
    this.keep();
  }

  private pumpAll() {
    this.queues.forEach((queue) => this.pump(queue.conv));
  }

  private pump(conv: ConversationId) {
    const queue = this.queue(conv);
    while (this.open) {
      const entry = queue.next();
      if (!entry) return;
      const wait =
        queue.heldUntil > Date.now() ? queue.heldUntil - Date.now() : this.bucket.take() ? 0 : this.bucket.waitMs();
      if (wait > 0) {
        clearTimeout(queue.timer);
        queue.timer = setTimeout(() => this.pump(conv), wait);
        return;
      }
      if (!this.dispatch(queue, entry)) return;
    }
  }

  private dispatch(queue: SendQueue, entry: QueuedMessage): boolean {
    const repeat = entry.message.cid !== undefined;
    const cid = entry.message.cid ?? newCid(this.transport.now());
    if (!repeat) {
      // Kept before it is sent: after a crash in between the same cid goes out again.
      entry.message = { ...entry.message, cid };
      this.keep();
    }
    const { conv, body, replyTo } = entry.message;
    const frame: SendFrame = { t: 'send', id: this.transport.nextId(), cid, conv, body, replyTo };
    if (new TextEncoder().encode(JSON.stringify(frame)).length > this.frameBytes) {
      this.fail(queue, entry, 'too_large');
      return true;
    }
    if (!this.transport.send(frame)) return false;
    const overdue = setTimeout(() => this.overdue(queue, entry), ANSWERED_WITHIN_MS);
    entry.flight = { frameId: frame.id, repeat, overdue };
    return true;
  }

  private overdue(queue: SendQueue, entry: QueuedMessage) {
    queue.endFlight(entry);
    queue.failures++;
    this.pump(queue.conv);
  }

  /** Sorts in the order written; unique across tabs. */
  private newKey(writtenAt: string) {
    return `${writtenAt} ${String(++this.keys).padStart(6, '0')} ${Math.floor(this.random() * 1e9)}`;
  }

  private find(wanted: (waiting: QueuedMessage) => boolean): QueuedMessage | undefined {
    for (const queue of this.queues.values()) {
      const entry = queue.waiting.find(wanted);
      if (entry) return entry;
    }
    return undefined;
  }

  private takeFailed(wanted: (message: PendingMessage) => boolean) {
    const index = this.failed.findIndex(wanted);
    return index < 0 ? undefined : this.failed.splice(index, 1)[0];
  }

  private queue(conv: ConversationId): SendQueue {
    let queue = this.queues.get(conv);
    if (!queue) this.queues.set(conv, (queue = new SendQueue(conv)));
    return queue;
  }

  private keep(): boolean {
    if (this.stopped) return false;
    const messages = this.all();
    const stored = this.writer.write(messages);
    this.changed(messages);
    return stored;
  }
}

function byWrittenAt(a: PendingMessage, b: PendingMessage) {
  const [first, second] = a.writtenAt === b.writtenAt ? [a.key, b.key] : [a.writtenAt, b.writtenAt];
  return first < second ? -1 : 1;
}
