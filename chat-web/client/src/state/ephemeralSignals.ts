import type { ClientFrame, ErrFrame } from '../protocol/frames';
import type { ConversationId, UserId } from '../protocol/resources';

const TYPING_INTERVAL_MS = 3_000;
const WATCH_DELAY_MS = 300;
const MAX_WATCHED = 200;

export interface SignalTransport {
  nextId(): number;
  send(frame: ClientFrame): boolean;
}

type Signal = 'typing' | 'watch' | 'idle';

/**
 * Sends ephemeral signals: typing, whose presence to watch, and whether this user is away. They are never repeated, because they are useless later.
 * A signal that the server does not support is not sent again until the next `welcome`.
 */
export class EphemeralSignals {
  private readonly sent = new Map<number, Signal>();
  private readonly unsupported = new Set<Signal>();
  private readonly visible = new Map<string, readonly UserId[]>();
  private readonly typedAt = new Map<ConversationId, number>();
  private watched = '';
  private timer?: ReturnType<typeof setTimeout>;

  /** @param onWatched gets the users of whom the server reports the presence from now on */
  constructor(
    private readonly transport: SignalTransport,
    private readonly onWatched: (users: ReadonlySet<UserId>) => void = () => undefined,
  ) {}

  typing(conv: ConversationId) {
    const now = Date.now();
    if (this.unsupported.has('typing') || now - (this.typedAt.get(conv) ?? 0) < TYPING_INTERVAL_MS) return;
    this.typedAt.set(conv, now);
    const id = this.transport.nextId();
    if (this.transport.send({ t: 'typing', id, conv })) this.sent.set(id, 'typing');
  }

  /** Sets the users that one part of the page currently shows. */
  watch(part: string, users: readonly UserId[]) {
    this.visible.set(part, users);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.sendWatch(), WATCH_DELAY_MS);
  }

  /** There has been no input for some time, or there is again. */
  idle(idle: boolean) {
    if (this.unsupported.has('idle')) return;
    const id = this.transport.nextId();
    if (this.transport.send({ t: idle ? 'idle' : 'active', id })) this.sent.set(id, 'idle');
  }

  opened() {
    this.sent.clear();
    this.unsupported.clear();
    this.watched = '';
    this.sendWatch();
  }

  answered(id: number) {
    this.sent.delete(id);
  }

  refused(err: ErrFrame) {
    const kind = typeof err.id === 'number' ? this.sent.get(err.id) : undefined;
    if (kind && err.code === 'bad_frame') this.unsupported.add(kind);
  }

  stop() {
    clearTimeout(this.timer);
  }

  private sendWatch() {
    const users = [...new Set([...this.visible.values()].flat())].sort((a, b) => a - b).slice(0, MAX_WATCHED);
    const now = users.join();
    if (now === this.watched || this.unsupported.has('watch')) return;
    const id = this.transport.nextId();
    if (!this.transport.send({ t: 'watch', id, users })) return;
    this.sent.set(id, 'watch');
    this.watched = now;
    this.onWatched(new Set(users));
  }
}
