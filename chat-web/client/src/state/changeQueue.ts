import { retryDelay } from '../connection/backoff';
import { newCid } from '../protocol/cid';
import type { Change, ClientFrame, ErrFrame, OkFrame, UpdFrame } from '../protocol/frames';
import type { Cid, ConversationId, Pos, UserId } from '../protocol/resources';
import type { ChatState } from './chatState';
import type { StoreApi } from 'zustand/vanilla';
import { withEntry } from './immutableMap';

/** A change that is not answered yet, or was refused. */
export interface PendingChange {
  kind: Change['kind'];
  /** The error code, if the server refused the change. */
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

const ANSWER_TIMEOUT_MS = 12_000;

/**
 * Sends edits, deletions and reactions one at a time. Each is repeated with the same cid until it is answered, and shown
 * only then. Changes are not stored: those that are unanswered when the page is closed are lost.
 */
export class ChangeQueue {
  private readonly waiting: QueuedChange[] = [];
  private failures = 0;

  constructor(
    private readonly store: StoreApi<ChatState>,
    private readonly transport: ChangeTransport,
    private readonly onDone: (change: UpdFrame) => void,
    private readonly random?: () => number,
  ) {}

  add(conv: ConversationId, pos: Pos, change: Change) {
    this.waiting.push({ conv, pos, change });
    this.show(conv, pos, { kind: change.kind });
    this.sendNext();
  }

  /** Removes the notice that the change was refused. */
  dismiss(conv: ConversationId, pos: Pos) {
    this.show(conv, pos, undefined);
  }

  opened() {
    this.sendNext();
  }

  closed() {
    this.waiting.forEach(endAttempt);
  }

  stop() {
    this.closed();
    this.waiting.length = 0;
  }

  /** Returns false if the answer is not for a change. */
  answered(ok: OkFrame): boolean {
    const pending = this.waiting.find(({ cid }) => cid !== undefined && cid === ok.cid);
    if (!pending) return false;
    this.end(pending, undefined);
    const { conv, pos, change } = pending;
    if (ok.pos === undefined || ok.ts === undefined) return true;
    const update = { t: 'upd' as const, conv, pos, at: ok.pos, prev: ok.prev, by: this.me(), ts: ok.ts };
    if (change.kind === 'edit') this.onDone({ ...update, kind: 'edited', body: change.body });
    else if (change.kind === 'revoke') this.onDone({ ...update, kind: 'revoked' });
    else this.onDone({ ...update, kind: 'reaction', emoji: change.emoji, on: change.on });
    return true;
  }

  refused(err: ErrFrame) {
    const pending = this.waiting.find(({ frameId }) => frameId !== undefined && frameId === err.id);
    if (!pending) return;
    endAttempt(pending);
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
        this.sendNext();
      },
      err.retryAfterMs ?? retryDelay(this.failures++, this.random),
    );
  }

  private sendNext() {
    const [pending] = this.waiting;
    if (!pending || pending.frameId !== undefined || pending.timer !== undefined) return;
    const cid = (pending.cid ??= newCid(this.transport.now()));
    const { conv, pos, change } = pending;
    const id = this.transport.nextId();
    if (!this.transport.send(frameOf(change, { id, cid, conv, pos }))) return;
    pending.frameId = id;
    pending.timer = setTimeout(() => {
      endAttempt(pending);
      this.sendNext();
    }, ANSWER_TIMEOUT_MS);
  }

  private end(pending: QueuedChange, failed: string | undefined) {
    endAttempt(pending);
    this.failures = 0;
    this.waiting.splice(this.waiting.indexOf(pending), 1);
    const { conv, pos, change } = pending;
    this.show(conv, pos, failed === undefined ? undefined : { kind: change.kind, failed });
    this.sendNext();
  }

  private show(conv: ConversationId, pos: Pos, changing: PendingChange | undefined) {
    this.store.setState({ changing: withEntry(this.store.getState().changing, changeKey(conv, pos), changing) });
  }

  private me(): UserId {
    return this.store.getState().me.id;
  }
}

export const changeKey = (conv: ConversationId, pos: Pos) => `${conv}/${pos}`;

function endAttempt(pending: QueuedChange) {
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
