import type { Api } from '../connection/api';
import type { Locks, SharedStorage } from '../connection/outboxAdoption';
import { adoptOutboxes } from '../connection/outboxAdoption';
import { OutboxStorage } from '../connection/outboxStorage';
import { ServerClock } from '../connection/serverClock';
import { ApiError } from '../connection/http';
import type { EndReason, ConnectionStatus, Socket } from '../connection/serverConnection';
import { ServerConnection } from '../connection/serverConnection';
import { Outbox } from '../connection/outbox';
import { newCid } from '../protocol/cid';
import type { ClientFrame, ErrFrame, Resume, WelcomeFrame } from '../protocol/frames';
import { defaultLimits } from '../protocol/frames';
import type { ConversationId, Cursor, Message, Pos, User } from '../protocol/resources';
import { ChangeQueue } from './changeQueue';
import { Drafts } from './drafts';
import { History } from './history';
import { FrameDispatcher } from './frameDispatcher';
import { ConversationList } from './conversationList';
import type { ChatState } from './chatState';
import { ReadReceipts } from './readReceipts';
import { EphemeralSignals } from './ephemeralSignals';
import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import { withEntry } from './immutableMap';
import { TypingIndicators } from './typingIndicators';

export interface Environment extends SharedStorage {
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

/** The chat of one signed-in user: its state and its operations. */
export class Chat {
  readonly store: StoreApi<ChatState>;
  readonly outbox: Outbox;
  readonly history: History;
  readonly list: ConversationList;
  readonly drafts: Drafts;
  readonly signals: EphemeralSignals;
  readonly changes: ChangeQueue;
  private readonly clock = new ServerClock();
  private readonly connection: ServerConnection;
  private readonly reads: ReadReceipts;
  private readonly typists: TypingIndicators;
  private readonly inbox: FrameDispatcher;
  private readonly box: OutboxStorage;
  private releaseOutbox?: () => void;

  constructor(
    me: User,
    private readonly environment: Environment,
    private readonly over: (reason: EndReason | 'unknown') => void,
  ) {
    this.store = createStore<ChatState>()(() => ({
      me,
      connection: { phase: 'connecting', attempt: 0 },
      onLine: environment.onLine(),
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
    }));
    const failed = (error: ApiError) => this.failed(error);
    this.history = new History(
      this.store,
      environment.api,
      (messages) => this.settle(messages),
      (conv, error) => this.historyFailed(conv, error),
    );
    this.list = new ConversationList(this.store, environment.api, failed);
    this.drafts = new Drafts(environment.storage, environment.tabStorage, me.id);
    this.typists = new TypingIndicators(this.store);
    this.connection = this.newConnection();
    this.signals = new EphemeralSignals(this.connection);
    this.reads = new ReadReceipts((frame) => this.connection.send(frame));
    this.box = new OutboxStorage(environment.storage, me.id, newCid(Date.now()));
    const transport = this.newTransport();
    this.outbox = new Outbox(transport, this.box, (outgoing) => this.store.setState({ outgoing }), environment.random);
    this.changes = new ChangeQueue(this.store, transport, (change) => this.inbox.upd(change), environment.random);
    const { store, outbox, changes, history, list, typists, signals } = this;
    this.inbox = new FrameDispatcher({ store, outbox, changes, history, list, typists, signals });
  }

  start() {
    const { locks } = this.environment;
    const { me } = this.store.getState();
    this.releaseOutbox = adoptOutboxes(this.environment, me.id, this.box, locks, (left) => this.outbox.adopt(left));
    this.connection.start();
    void this.list.refresh();
  }

  stop() {
    this.outbox.stop();
    this.connection.stop();
    [this.changes, this.history, this.list, this.reads, this.signals, this.typists].forEach((part) => part.stop());
    this.releaseOutbox?.();
  }

  /** Shows that conversation, or none. */
  open(conv: ConversationId | undefined) {
    this.store.setState({ open: conv });
    if (conv === undefined) return;
    this.history.open(conv);
    if (!this.store.getState().summaries.has(conv)) void this.list.fetch(conv);
    else void this.list.names(conv);
  }

  /** The newest that a person looks at. */
  read(conv: ConversationId, pos: Pos) {
    const summary = this.store.getState().summaries.get(conv);
    if (!summary || pos <= summary.read) return;
    this.list.read(conv, pos);
    this.reads.read(conv, pos);
  }

  async people(q: string, after?: Cursor) {
    const page = await this.asking(() => this.environment.api.people(q, after, PEOPLE_PAGE));
    this.list.know(page.items);
    return page;
  }

  direct(user: User) {
    return this.asking(() => this.list.direct(user));
  }

  /** @param sleptMs how long this computer has slept, where that is known */
  wake(sleptMs = 0) {
    if (sleptMs > SOCKET_OUTLIVES_MS) this.connection.slept();
    else this.connection.wake();
  }

  /** The computer's own word on its network. */
  network(onLine: boolean) {
    this.store.setState({ onLine });
    if (onLine) this.connection.online();
    else this.connection.offline();
  }

  /** What the next message of that conversation answers, or nothing. */
  reply(conv: ConversationId, pos: Pos | undefined) {
    this.store.setState({ replying: withEntry(this.store.getState().replying, conv, pos) });
  }

  /** On sign-out nothing of this user stays in the browser. */
  forget() {
    this.outbox.all().forEach((message) => this.outbox.discard(message.key));
    this.drafts.clear();
  }

  private newConnection() {
    return new ServerConnection(
      this.environment.openSocket,
      {
        resume: () => this.resume(),
        welcomed: (welcome, asked) => this.welcomed(welcome, asked),
        frame: (frame) => this.inbox.take(frame),
        changed: (connection) => this.linkChanged(connection),
        refused: () => void this.environment.api.whoAmI().catch((error: ApiError) => this.failed(error)),
        ended: this.over,
      },
      this.environment.random,
    );
  }

  private newTransport() {
    const { connection, clock } = this;
    return {
      nextId: () => connection.nextId(),
      send: (frame: ClientFrame) => connection.send(frame),
      now: () => clock.now(),
      correctClock: (err: ErrFrame) => this.correctClock(err),
      isShared: this.environment.locks === undefined,
    };
  }

  private resume(): Resume {
    const held = [...this.store.getState().timelines].filter(
      ([, timeline]) => timeline.loaded && timeline.held !== undefined,
    );
    return Object.fromEntries(held.map(([conv, timeline]) => [String(conv), timeline.held ?? 0]));
  }

  private welcomed(welcome: WelcomeFrame, asked: Resume) {
    if (welcome.user.id !== this.store.getState().me.id) {
      // Another tab has signed in as somebody else: what waits here must not go out in their name.
      this.over('unknown');
      return;
    }
    this.clock.learn(welcome.serverTime);
    // Said anew after each welcome, where it is not `ok`.
    this.store.setState({ limits: welcome.limits, store: { state: 'ok' } });
    this.history.recovered((conv) => conv in asked && welcome.recovered[conv] === true);
    void this.list.refresh();
    this.outbox.opened(welcome.limits);
    this.changes.opened();
    this.reads.opened();
    this.signals.opened();
  }

  private linkChanged(connection: ConnectionStatus) {
    this.store.setState({ connection });
    if (connection.phase !== 'open') [this.outbox, this.changes].forEach((part) => part.closed());
    // Who is there cannot be told from here; the next welcome asks anew.
    if (connection.phase === 'waiting') this.store.setState({ presence: new Map() });
  }

  /** What the history shows of mine need not wait any longer. */
  private settle(messages: readonly Message[]) {
    const { me } = this.store.getState();
    for (const { from, cid } of messages) if (from === me.id && cid) this.outbox.arrived(cid);
  }

  private correctClock(err: ErrFrame) {
    if (err.serverTime !== undefined) this.clock.learn(err.serverTime);
    else this.connection.renew();
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
