import type { ErrFrame, Limits, OkFrame, SendFrame } from '../protocol/frames';
import { newCid } from '../protocol/cid';
import type { Cid, ConversationId, Pos } from '../protocol/resources';
import { patient } from './backoff';
import type { Outgoing } from './box';
import type { Waiting } from './lane';
import { Lane } from './lane';
import { Pacer } from './pacer';

const ANSWERED_WITHIN_MS = 12_000;

export interface Wire {
  nextId(): number;
  send(frame: SendFrame): boolean;
  /** The log's clock. */
  now(): number;
  /** To learn the log's clock anew; may close the connection for that. */
  correctClock(err: ErrFrame): void;
  /**
   * Without locks another tab may take over what this one still holds. A message then has its cid
   * from the beginning, so that both send the same one.
   */
  isShared?: boolean;
}

export interface Keeper {
  write(messages: readonly Outgoing[]): boolean;
}

/** Sends what was written, once each and in order, through lost answers, lost connections and reloads. */
export class Outbox {
  private readonly lanes = new Map<ConversationId, Lane>();
  private readonly failed: Outgoing[] = [];
  private readonly pacer = new Pacer();
  private frameBytes = Infinity;
  private open = false;
  private stopped = false;
  private keys = 0;

  constructor(
    private readonly wire: Wire,
    private readonly keeper: Keeper,
    private readonly changed: (messages: readonly Outgoing[]) => void,
    private readonly random: () => number = Math.random,
  ) {}

  /** What waits or has failed, in the order written within each conversation. */
  all(): Outgoing[] {
    const waiting = [...this.lanes.values()].flatMap((lane) => lane.waiting.map((entry) => entry.message));
    return [...waiting, ...this.failed].sort(asWritten);
  }

  add(conv: ConversationId, body: string, replyTo?: Pos) {
    const writtenAt = new Date().toISOString();
    const cid = this.wire.isShared ? newCid(this.wire.now()) : undefined;
    this.lane(conv).waiting.push({ message: { key: this.newKey(writtenAt), conv, body, replyTo, writtenAt, cid } });
    this.keep();
    this.pump(conv);
  }

  /**
   * Takes over messages that an earlier page left behind. False if they are not stored here, in which case the caller
   * must leave them where they are.
   */
  adopt(messages: readonly Outgoing[]): boolean {
    if (this.stopped) return false;
    messages.forEach((message) => this.adoptOne(message));
    this.lanes.forEach((lane) => lane.waiting.sort((a, b) => asWritten(a.message, b.message)));
    const stored = this.keep();
    this.pumpAll();
    return stored;
  }

  /** A page that died while it adopted a message leaves two copies; the one with a cid may be in the log already. */
  private adoptOne(message: Outgoing) {
    const held = this.find((waiting) => waiting.message.key === message.key);
    if (held) held.message = { ...held.message, cid: held.message.cid ?? message.cid };
    else if (this.failed.some((failed) => failed.key === message.key)) return;
    else if (message.failed) this.failed.push(message);
    else this.lane(message.conv).waiting.push({ message });
  }

  retry(key: string) {
    const message = this.takeFailed((failed) => failed.key === key);
    if (!message) return;
    // The refused cid is not used again: this is a new attempt, at the end of what waits.
    const again = { ...message, cid: undefined, failed: undefined, writtenAt: new Date().toISOString() };
    this.lane(message.conv).waiting.push({ message: again });
    this.keep();
    this.pump(message.conv);
  }

  discard(key: string) {
    const entry = this.find((waiting) => waiting.message.key === key);
    if (entry) this.lane(entry.message.conv).remove(entry);
    else this.takeFailed((failed) => failed.key === key);
    this.keep();
    if (entry) this.pump(entry.message.conv);
  }

  opened(limits: Limits) {
    this.open = true;
    this.frameBytes = limits.frameBytes;
    this.pacer.limits(limits.sendsPerSecond, limits.sendsBurst);
    this.pumpAll();
  }

  closed() {
    this.open = false;
    this.lanes.forEach((lane) => lane.groundAll());
  }

  stop() {
    this.closed();
    this.stopped = true;
  }

  /** The message that this answers, which is then no longer ours to keep. */
  accepted(ok: OkFrame): Outgoing | undefined {
    return ok.cid === undefined ? undefined : this.settle(ok.cid);
  }

  /** The same by another way: the record itself came, after a lost answer. */
  arrived(cid: Cid): Outgoing | undefined {
    return this.settle(cid);
  }

  refused(err: ErrFrame) {
    const entry = this.find((waiting) => waiting.flight !== undefined && waiting.flight.frameId === err.id);
    if (!entry) return;
    const lane = this.lane(entry.message.conv);
    lane.land(entry);
    if (err.code === 'clock') this.renew(lane, entry, err);
    else if (err.retry) this.hold(lane, err);
    else this.fail(lane, entry, err.code);
    this.pump(lane.conv);
  }

  private settle(cid: Cid) {
    const entry = this.find((waiting) => waiting.message.cid === cid);
    if (!entry) return this.settleFailed(cid);
    const lane = this.lane(entry.message.conv);
    lane.remove(entry);
    lane.failures = 0;
    this.keep();
    this.pump(lane.conv);
    return entry.message;
  }

  /** Refused at last, but an earlier attempt had got through. */
  private settleFailed(cid: Cid) {
    const message = this.takeFailed((failed) => failed.cid === cid);
    if (message) this.keep();
    return message;
  }

  /** `clock` says for certain that this cid is not in the log, so that another may take its place. */
  private renew(lane: Lane, entry: Waiting, err: ErrFrame) {
    entry.message = { ...entry.message, cid: undefined };
    this.keep();
    this.wire.correctClock(err);
    lane.heldUntil = Date.now() + patient(lane.failures++, this.random);
  }

  private hold(lane: Lane, err: ErrFrame) {
    const wait = err.retryAfterMs ?? patient(lane.failures, this.random);
    lane.failures++;
    lane.heldUntil = Math.max(lane.heldUntil, Date.now() + wait);
    if (err.code === 'rate_limited') this.pacer.drain(wait);
  }

  private fail(lane: Lane, entry: Waiting, code: string) {
    lane.remove(entry);
    this.failed.push({ ...entry.message, failed: code });
    this.keep();
  }

  private pumpAll() {
    this.lanes.forEach((lane) => this.pump(lane.conv));
  }

  private pump(conv: ConversationId) {
    const lane = this.lane(conv);
    while (this.open) {
      const entry = lane.next();
      if (!entry) return;
      const wait =
        lane.heldUntil > Date.now() ? lane.heldUntil - Date.now() : this.pacer.take() ? 0 : this.pacer.waitMs();
      if (wait > 0) {
        clearTimeout(lane.timer);
        lane.timer = setTimeout(() => this.pump(conv), wait);
        return;
      }
      if (!this.dispatch(lane, entry)) return;
    }
  }

  private dispatch(lane: Lane, entry: Waiting): boolean {
    const repeat = entry.message.cid !== undefined;
    const cid = entry.message.cid ?? newCid(this.wire.now());
    if (!repeat) {
      // Kept before it is sent: after a crash in between the same cid goes out again.
      entry.message = { ...entry.message, cid };
      this.keep();
    }
    const { conv, body, replyTo } = entry.message;
    const frame: SendFrame = { t: 'send', id: this.wire.nextId(), cid, conv, body, replyTo };
    if (new TextEncoder().encode(JSON.stringify(frame)).length > this.frameBytes) {
      this.fail(lane, entry, 'too_large');
      return true;
    }
    if (!this.wire.send(frame)) return false;
    const overdue = setTimeout(() => this.overdue(lane, entry), ANSWERED_WITHIN_MS);
    entry.flight = { frameId: frame.id, repeat, overdue };
    return true;
  }

  private overdue(lane: Lane, entry: Waiting) {
    lane.land(entry);
    lane.failures++;
    this.pump(lane.conv);
  }

  /** In the order written, and never that of a message of another tab. */
  private newKey(writtenAt: string) {
    return `${writtenAt} ${String(++this.keys).padStart(6, '0')} ${Math.floor(this.random() * 1e9)}`;
  }

  private find(wanted: (waiting: Waiting) => boolean): Waiting | undefined {
    for (const lane of this.lanes.values()) {
      const entry = lane.waiting.find(wanted);
      if (entry) return entry;
    }
    return undefined;
  }

  private takeFailed(wanted: (message: Outgoing) => boolean) {
    const index = this.failed.findIndex(wanted);
    return index < 0 ? undefined : this.failed.splice(index, 1)[0];
  }

  private lane(conv: ConversationId): Lane {
    let lane = this.lanes.get(conv);
    if (!lane) this.lanes.set(conv, (lane = new Lane(conv)));
    return lane;
  }

  private keep(): boolean {
    if (this.stopped) return false;
    const messages = this.all();
    const stored = this.keeper.write(messages);
    this.changed(messages);
    return stored;
  }
}

function asWritten(a: Outgoing, b: Outgoing) {
  const [first, second] = a.writtenAt === b.writtenAt ? [a.key, b.key] : [a.writtenAt, b.writtenAt];
  return first < second ? -1 : 1;
}
