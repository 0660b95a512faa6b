import { retryDelay } from '../connection/backoff';
import { newCid } from '../protocol/cid';
import type { Change, ClientFrame, ErrFrame, OkFrame, UpdFrame } from '../protocol/frames';
import type { Cid, ConversationId, Pos, UserId } from '../protocol/resources';
import type { ChatState } from './chatState';
import type { StoreApi } from 'zustand/vanilla';
import { withEntry } from './immutableMap';

/** A change under way, or refused. */
export interface PendingChange {
  kind: Change['kind'];
  /** The code of the refusal. */
  failed?: string;
}

export interface ChangeTransport {
  nextId(): number;
  send(frame: ClientFrame): boolean;
  now(): number;
  correctClock(err: ErrFrame): void;
}

interface QueuedChange {
  conv: ConversationId;
  pos: Pos;
  change: Change;
  cid?: Cid;
  frameId?: number;
  timer?: ReturnType<typeof setTimeout>;
}

const ANSWERED_WITHIN_MS = 12_000;

/**
 * Edits, removals and reactions on their way: one at a time, each repeated under its own cid until
 * it is answered, as a message is. They live as long as the page: until then the message stands as it was.
 */
export class ChangeQueue {
  private readonly waiting: QueuedChange[] = [];
  private failures = 0;

  constructor(
    private readonly store: StoreApi<ChatState>,
    private readonly transport: ChangeTransport,
    private readonly done: (change: UpdFrame) => void,
    private readonly random?: () => number,
  ) {}

  make(conv: ConversationId, pos: Pos, change: Change) {
    this.waiting.push({ conv, pos, change });
    this.show(conv, pos, { kind: change.kind });
    this.next();
  }

  /** The person has seen that it was refused. */
  dismiss(conv: ConversationId, pos: Pos) {
    this.show(conv, pos, undefined);
  }

  opened() {
    this.next();
  }

  closed() {
    this.waiting.forEach(endFlight);
  }

  stop() {
    this.closed();
    this.waiting.length = 0;
  }

  /** False if it answers something else. */
  answered(ok: OkFrame): boolean {
    const pending = this.waiting.find(({ cid }) => cid !== undefined && cid === ok.cid);
    if (!pending) return false;
    this.end(pending, undefined);
    const { conv, pos, change } = pending;
    if (ok.pos === undefined || ok.ts === undefined) return true;
    const told = { t: 'upd' as const, conv, pos, at: ok.pos, prev: ok.prev, by: this.me(), ts: ok.ts };
    if (change.kind === 'edit') this.done({ ...told, kind: 'edited', body: change.body });
    else if (change.kind === 'revoke') this.done({ ...told, kind: 'revoked' });
    else this.done({ ...told, kind: 'reaction', emoji: change.emoji, on: change.on });
    return true;
  }

  refused(err: ErrFrame) {
    const pending = this.waiting.find(({ frameId }) => frameId !== undefined && frameId === err.id);
    if (!pending) return;
    endFlight(pending);
    if (err.code === 'clock') {
      pending.cid = undefined;
      this.transport.correctClock(err);
    } else if (!err.retry) {
      this.end(pending, err.code);
      return;
    }
    pending.timer = setTimeout(
      () => {
        pending.timer = undefined;
        this.next();
      },
      err.retryAfterMs ?? retryDelay(this.failures++, this.random),
    );
  }

  private next() {
    const [pending] = this.waiting;
    if (!pending || pending.frameId !== undefined || pending.timer !== undefined) return;
    const cid = (pending.cid ??= newCid(this.transport.now()));
    const { conv, pos, change } = pending;
    const id = this.transport.nextId();
    if (!this.transport.send(frameOf(change, { id, cid, conv, pos }))) return;
    pending.frameId = id;
    pending.timer = setTimeout(() => {
      endFlight(pending);
      this.next();
    }, ANSWERED_WITHIN_MS);
  }

  private end(pending: QueuedChange, failed: string | undefined) {
    endFlight(pending);
    this.failures = 0;
    this.waiting.splice(this.waiting.indexOf(pending), 1);
    const { conv, pos, change } = pending;
    this.show(conv, pos, failed === undefined ? undefined : { kind: change.kind, failed });
    this.next();
  }

  private show(conv: ConversationId, pos: Pos, changing: PendingChange | undefined) {
    this.store.setState({ changing: withEntry(this.store.getState().changing, changeKey(conv, pos), changing) });
  }

  private me(): UserId {
    return this.store.getState().me.id;
  }
}

export const changeKey = (conv: ConversationId, pos: Pos) => `${conv}/${pos}`;

function endFlight(pending: QueuedChange) {
  clearTimeout(pending.timer);
  pending.timer = undefined;
  pending.frameId = undefined;
}

function frameOf(change: Change, where: { id: number; cid: Cid; conv: ConversationId; pos: Pos }): ClientFrame {
  switch (change.kind) {
    case 'edit':
      return { t: 'edit', ...where, body: change.body };
    case 'revoke':
      return { t: 'revoke', ...where };
    case 'react':
      return { t: 'react', ...where, emoji: change.emoji, on: change.on };
  }
}
