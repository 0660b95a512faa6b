import type { ErrFrame, Limits, OkFrame, SendFrame } from '../protocol/frames';
import { newCid } from '../protocol/cid';
import type { AttachedFile, Cid, ConversationId, Pos } from '../protocol/resources';
import { retryDelay } from '../connection/backoff';
import type { PendingMessage } from './outboxStorage';
import type { QueuedMessage } from './sendQueue';
import { SendQueue } from './sendQueue';
import { TokenBucket } from './tokenBucket';

const ANSWER_TIMEOUT_MS = 12_000;

export interface OutboxTransport {
  nextId(): number;
  send(frame: SendFrame): boolean;
  /** The log's clock. */
  now(): number;
  /** Synchronizes with the log's clock; may reconnect to do so. */
  correctClock(err: ErrFrame): void;
  /**
   * True without locks, when another tab may adopt messages that this tab still holds. A message then gets its cid when
   * it is written, so that both tabs send the same one.
   */
  isShared?: boolean;
}

export interface PendingMessageWriter {
  write(messages: readonly PendingMessage[]): boolean;
}

/** Sends each message once and in order, even if answers or connections are lost or the page is reloaded. */
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

  /** Pending and failed messages, in the order written. */
  all(): PendingMessage[] {
    const pending = [...this.queues.values()].flatMap((queue) => queue.entries.map((entry) => entry.message));
    return [...pending, ...this.failed].sort(byWrittenAt);
  }

  /** @param files complete uploads; with them the body may be empty */
  add(conv: ConversationId, body: string, replyTo?: Pos, files?: readonly AttachedFile[]) {
    const writtenAt = new Date().toISOString();
    const cid = this.transport.isShared ? newCid(this.transport.now()) : undefined;
    const message = { key: this.newKey(writtenAt), conv, body, replyTo, files, writtenAt, cid };
    this.queue(conv).entries.push({ message });
    this.persist();
    this.sendNext(conv);
  }

  /**
   * Takes over the messages of a closed page. Returns false if they could not be stored; the caller must then keep the
   * original entry.
   */
  adopt(messages: readonly PendingMessage[]): boolean {
    if (this.stopped) return false;
    messages.forEach((message) => this.adoptOne(message));
    this.queues.forEach((queue) => queue.entries.sort((a, b) => byWrittenAt(a.message, b.message)));
    const stored = this.persist();
    this.sendAll();
    return stored;
  }

  /** A page that was closed during an adoption leaves two copies; the one with a cid may already be in the log. */
  private adoptOne(message: PendingMessage) {
    const held = this.find((entry) => entry.message.key === message.key);
    if (held) held.message = { ...held.message, cid: held.message.cid ?? message.cid };
    else if (this.failed.some((failed) => failed.key === message.key)) return;
    else if (message.failed) this.failed.push(message);
    else this.queue(message.conv).entries.push({ message });
  }

  retry(key: string) {
    const message = this.takeFailed((failed) => failed.key === key);
    if (!message) return;
    // A retry is a new message with a new cid, at the end of the queue.
    const again = { ...message, cid: undefined, failed: undefined, writtenAt: new Date().toISOString() };
    this.queue(message.conv).entries.push({ message: again });
    this.persist();
    this.sendNext(message.conv);
  }

  discard(key: string) {
    const entry = this.find((entry) => entry.message.key === key);
    if (entry) this.queue(entry.message.conv).remove(entry);
    else this.takeFailed((failed) => failed.key === key);
    this.persist();
    if (entry) this.sendNext(entry.message.conv);
  }

  opened(limits: Limits) {
    this.open = true;
    this.frameBytes = limits.frameBytes;
    this.bucket.setLimits(limits.sendsPerSecond, limits.sendsBurst);
    this.sendAll();
  }

  closed() {
    this.open = false;
    this.queues.forEach((queue) => queue.connectionLost());
  }

  stop() {
    this.closed();
    this.stopped = true;
  }

  /** Removes the accepted message and returns it. */
  accepted(ok: OkFrame): PendingMessage | undefined {
    return ok.cid === undefined ? undefined : this.settle(ok.cid);
  }

  /** Like `accepted`, for a message that arrived as a record because the answer was lost. */
  arrived(cid: Cid): PendingMessage | undefined {
    return this.settle(cid);
  }

  refused(err: ErrFrame) {
    const entry = this.find((entry) => entry.attempt !== undefined && entry.attempt.frameId === err.id);
    if (!entry) return;
    const queue = this.queue(entry.message.conv);
    queue.endAttempt(entry);
    if (err.code === 'clock') this.assignNewCid(queue, entry, err);
    else if (err.retry) this.postpone(queue, err);
    else this.fail(queue, entry, err.code);
    this.sendNext(queue.conv);
  }

  private settle(cid: Cid) {
    const entry = this.find((entry) => entry.message.cid === cid);
    if (!entry) return this.settleFailed(cid);
    const queue = this.queue(entry.message.conv);
    queue.remove(entry);
    queue.failures = 0;
    this.persist();
    this.sendNext(queue.conv);
    return entry.message;
  }

  /** The last attempt was refused, but an earlier one had reached the log. */
  private settleFailed(cid: Cid) {
    const message = this.takeFailed((failed) => failed.cid === cid);
    if (message) this.persist();
    return message;
  }

  /** The error `clock` guarantees that this cid is not in the log, so the message can get a new one. */
  private assignNewCid(queue: SendQueue, entry: QueuedMessage, err: ErrFrame) {
    entry.message = { ...entry.message, cid: undefined };
    this.persist();
    this.transport.correctClock(err);
    queue.blockedUntil = Date.now() + retryDelay(queue.failures++, this.random);
  }

  private postpone(queue: SendQueue, err: ErrFrame) {
    const wait = err.retryAfterMs ?? retryDelay(queue.failures, this.random);
    queue.failures++;
    queue.blockedUntil = Math.max(queue.blockedUntil, Date.now() + wait);
    if (err.code === 'rate_limited') this.bucket.block(wait);
  }

  private fail(queue: SendQueue, entry: QueuedMessage, code: string) {
    queue.remove(entry);
    this.failed.push({ ...entry.message, failed: code });
    this.persist();
  }

  private sendAll() {
    this.queues.forEach((queue) => this.sendNext(queue.conv));
  }

  private sendNext(conv: ConversationId) {
    const queue = this.queue(conv);
    while (this.open) {
      const entry = queue.next();
      if (!entry) return;
      const wait =
        queue.blockedUntil > Date.now()
          ? queue.blockedUntil - Date.now()
          : this.bucket.tryTake()
            ? 0
            : this.bucket.waitMs();
      if (wait > 0) {
        clearTimeout(queue.timer);
        queue.timer = setTimeout(() => this.sendNext(conv), wait);
        return;
      }
      if (!this.dispatch(queue, entry)) return;
    }
  }

  private dispatch(queue: SendQueue, entry: QueuedMessage): boolean {
    const repeat = entry.message.cid !== undefined;
    const cid = entry.message.cid ?? newCid(this.transport.now());
    if (!repeat) {
      // Stored before it is sent, so that the same cid is sent again after a crash.
      entry.message = { ...entry.message, cid };
      this.persist();
    }
    const { conv, body, replyTo } = entry.message;
    const files = entry.message.files?.map(({ id }) => id);
    const frame: SendFrame = { t: 'send', id: this.transport.nextId(), cid, conv, body, replyTo, files };
    if (new TextEncoder().encode(JSON.stringify(frame)).length > this.frameBytes) {
      this.fail(queue, entry, 'too_large');
      return true;
    }
    if (!this.transport.send(frame)) return false;
    const timeout = setTimeout(() => this.timedOut(queue, entry), ANSWER_TIMEOUT_MS);
    entry.attempt = { frameId: frame.id, repeat, timeout };
    return true;
  }

  private timedOut(queue: SendQueue, entry: QueuedMessage) {
    queue.endAttempt(entry);
    queue.failures++;
    this.sendNext(queue.conv);
  }

  /** Sorts by the time written; unique across tabs. */
  private newKey(writtenAt: string) {
    return `${writtenAt} ${String(++this.keys).padStart(6, '0')} ${Math.floor(this.random() * 1e9)}`;
  }

  private find(matches: (entry: QueuedMessage) => boolean): QueuedMessage | undefined {
    for (const queue of this.queues.values()) {
      const entry = queue.entries.find(matches);
      if (entry) return entry;
    }
    return undefined;
  }

  private takeFailed(matches: (message: PendingMessage) => boolean) {
    const index = this.failed.findIndex(matches);
    return index < 0 ? undefined : this.failed.splice(index, 1)[0];
  }

  private queue(conv: ConversationId): SendQueue {
    let queue = this.queues.get(conv);
    if (!queue) this.queues.set(conv, (queue = new SendQueue(conv)));
    return queue;
  }

  private persist(): boolean {
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
