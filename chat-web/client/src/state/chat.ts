import type { Api } from '../connection/api';
import type { Locks, Shelf } from '../connection/adopt';
import { adoptBoxes } from '../connection/adopt';
import { Box } from '../connection/box';
import { ServerClock } from '../connection/clock';
import { ApiError } from '../connection/http';
import type { EndReason, LinkStatus, Socket } from '../connection/link';
import { Link } from '../connection/link';
import { Outbox } from '../connection/outbox';
import { newCid } from '../protocol/cid';
import type { ClientFrame, ErrFrame, Resume, WelcomeFrame } from '../protocol/frames';
import { defaultLimits } from '../protocol/parse';
import type { ConversationId, Cursor, Message, Pos, User } from '../protocol/resources';
import { Changes } from './changes';
import { Drafts } from './drafts';
import { History } from './history';
import { Inbox } from './inbox';
import { List } from './list';
import type { ChatState } from './model';
import { Reads } from './reads';
import { Signals } from './signals';
import { Store, withEntry } from './store';
import { Typists } from './typists';

export interface World extends Shelf {
  api: Api;
  openSocket: () => Socket;
  /** What only this tab sees, and a reload of it leaves alone. */
  tabStorage: Storage;
  locks?: Locks;
  onLine: () => boolean;
  random?: () => number;
}

const PEOPLE_PAGE = 30;
/** The server ends a socket that was silent for two minutes. */
const SOCKET_OUTLIVES_MS = 120_000;

/** One signed-in person's chat: what the page shows, and what it can do. */
export class Chat {
  readonly store: Store<ChatState>;
  readonly outbox: Outbox;
  readonly history: History;
  readonly list: List;
  readonly drafts: Drafts;
  readonly signals: Signals;
  readonly changes: Changes;
  private readonly clock = new ServerClock();
  private readonly link: Link;
  private readonly reads: Reads;
  private readonly typists: Typists;
  private readonly inbox: Inbox;
  private readonly box: Box;
  private closeBox?: () => void;

  constructor(
    me: User,
    private readonly world: World,
    private readonly over: (reason: EndReason | 'unknown') => void,
  ) {
    this.store = new Store<ChatState>({
      me,
      link: { phase: 'connecting', attempt: 0 },
      onLine: world.onLine(),
      store: { state: 'ok' },
      limits: defaultLimits,
      people: new Map([[me.id, me]]),
      presence: new Map(),
      summaries: new Map(),
      list: { loaded: false, loading: false },
      timelines: new Map(),
      outgoing: [],
      changing: new Map(),
      replying: new Map(),
      typing: new Map(),
    });
    const failed = (error: ApiError) => this.failed(error);
    this.history = new History(
      this.store,
      world.api,
      (messages) => this.settle(messages),
      (conv, error) => this.historyFailed(conv, error),
    );
    this.list = new List(this.store, world.api, failed);
    this.drafts = new Drafts(world.storage, world.tabStorage, me.id);
    this.typists = new Typists(this.store);
    this.link = this.newLink();
    this.signals = new Signals(this.link);
    this.reads = new Reads((frame) => this.link.send(frame));
    this.box = new Box(world.storage, me.id, newCid(Date.now()));
    const wire = this.newWire();
    this.outbox = new Outbox(wire, this.box, (outgoing) => this.store.set({ outgoing }), world.random);
    this.changes = new Changes(this.store, wire, (change) => this.inbox.upd(change), world.random);
    const { store, outbox, changes, history, list, typists, signals } = this;
    this.inbox = new Inbox({ store, outbox, changes, history, list, typists, signals });
  }

  start() {
    const { locks } = this.world;
    const { me } = this.store.get();
    this.closeBox = adoptBoxes(this.world, me.id, this.box, locks, (left) => this.outbox.adopt(left));
    this.link.start();
    void this.list.refresh();
  }

  stop() {
    this.outbox.stop();
    this.link.stop();
    [this.changes, this.history, this.list, this.reads, this.signals, this.typists].forEach((part) => part.stop());
    this.closeBox?.();
  }

  /** Shows that conversation, or none. */
  open(conv: ConversationId | undefined) {
    this.store.set({ open: conv });
    if (conv === undefined) return;
    this.history.open(conv);
    if (!this.store.get().summaries.has(conv)) void this.list.fetch(conv);
    else void this.list.names(conv);
  }

  /** The newest that a person looks at. */
  read(conv: ConversationId, pos: Pos) {
    const summary = this.store.get().summaries.get(conv);
    if (!summary || pos <= summary.read) return;
    this.list.read(conv, pos);
    this.reads.read(conv, pos);
  }

  async people(q: string, after?: Cursor) {
    const page = await this.asking(() => this.world.api.people(q, after, PEOPLE_PAGE));
    this.list.know(page.items);
    return page;
  }

  direct(user: User) {
    return this.asking(() => this.list.direct(user));
  }

  /** @param sleptMs how long this computer has slept, where that is known */
  wake(sleptMs = 0) {
    if (sleptMs > SOCKET_OUTLIVES_MS) this.link.slept();
    else this.link.wake();
  }

  /** The computer's own word on its network. */
  network(onLine: boolean) {
    this.store.set({ onLine });
    if (onLine) this.link.online();
    else this.link.offline();
  }

  /** What the next message of that conversation answers, or nothing. */
  reply(conv: ConversationId, pos: Pos | undefined) {
    this.store.set({ replying: withEntry(this.store.get().replying, conv, pos) });
  }

  /** Signing out by hand: nothing of this person's stays behind in the browser. */
  forget() {
    this.outbox.all().forEach((message) => this.outbox.discard(message.key));
    this.drafts.clear();
  }

  private newLink() {
    return new Link(
      this.world.openSocket,
      {
        resume: () => this.resume(),
        welcomed: (welcome, asked) => this.welcomed(welcome, asked),
        frame: (frame) => this.inbox.take(frame),
        changed: (link) => this.linkChanged(link),
        refused: () => void this.world.api.whoAmI().catch((error: ApiError) => this.failed(error)),
        ended: this.over,
      },
      this.world.random,
    );
  }

  private newWire() {
    const { link, clock } = this;
    return {
      nextId: () => link.nextId(),
      send: (frame: ClientFrame) => link.send(frame),
      now: () => clock.now(),
      correctClock: (err: ErrFrame) => this.correctClock(err),
      isShared: this.world.locks === undefined,
    };
  }

  private resume(): Resume {
    const held = [...this.store.get().timelines].filter(
      ([, timeline]) => timeline.loaded && timeline.held !== undefined,
    );
    return Object.fromEntries(held.map(([conv, timeline]) => [String(conv), timeline.held ?? 0]));
  }

  private welcomed(welcome: WelcomeFrame, asked: Resume) {
    if (welcome.user.id !== this.store.get().me.id) {
      // Another tab has signed in as somebody else: what waits here must not go out in their name.
      this.over('unknown');
      return;
    }
    this.clock.learn(welcome.serverTime);
    // Said anew after each welcome, where it is not `ok`.
    this.store.set({ limits: welcome.limits, store: { state: 'ok' } });
    this.history.recovered((conv) => conv in asked && welcome.recovered[conv] === true);
    void this.list.refresh();
    this.outbox.opened(welcome.limits);
    this.changes.opened();
    this.reads.opened();
    this.signals.opened();
  }

  private linkChanged(link: LinkStatus) {
    this.store.set({ link });
    if (link.phase !== 'open') [this.outbox, this.changes].forEach((part) => part.closed());
    // Who is there cannot be told from here; the next welcome asks anew.
    if (link.phase === 'waiting') this.store.set({ presence: new Map() });
  }

  /** What the history shows of mine need not wait any longer. */
  private settle(messages: readonly Message[]) {
    const { me } = this.store.get();
    for (const { from, cid } of messages) if (from === me.id && cid) this.outbox.arrived(cid);
  }

  private correctClock(err: ErrFrame) {
    if (err.serverTime !== undefined) this.clock.learn(err.serverTime);
    else this.link.renew();
  }

  private historyFailed(conv: ConversationId, error: ApiError) {
    if (error.status !== 404) return this.failed(error);
    this.list.gone(conv);
    this.history.drop(conv);
  }

  private async asking<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof ApiError) this.failed(error);
      throw error;
    }
  }

  private failed(error: ApiError) {
    if (error.status === 401) this.over('unknown');
  }
}
