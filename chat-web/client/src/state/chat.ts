import type { Api } from '../connection/api';
import type { Locks, SharedStorage } from '../outbox/outboxAdoption';
import { adoptOutboxes } from '../outbox/outboxAdoption';
import { OutboxStorage } from '../outbox/outboxStorage';
import { ServerClock } from '../connection/serverClock';
import { ApiError } from '../connection/http';
import type { EndReason, ConnectionStatus, Socket } from '../connection/serverConnection';
import { ServerConnection } from '../connection/serverConnection';
import { Outbox } from '../outbox/outbox';
import { newCid } from '../protocol/cid';
import type { ClientFrame, ErrFrame, Resume, WelcomeFrame } from '../protocol/frames';
import { defaultLimits } from '../protocol/frames';
import type { ConversationId, Cursor, Message, Pos, User, UserId } from '../protocol/resources';
import { ChangeQueue } from './changeQueue';
import { Drafts } from './drafts';
import { InputActivity } from './inputActivity';
import { defaultParts } from './ownParts';
import { OwnState } from './ownState';
import type { Draft } from './serverDrafts';
import { ServerDrafts } from './serverDrafts';
import { isMember } from './groupPermissions';
import { History } from './history';
import { HistoryWindows } from './historyWindows';
import { Favourites } from './favourites';
import { Folders } from './folders';
import { FrameDispatcher } from './frameDispatcher';
import { Channels } from './channels';
import { ConversationList } from './conversationList';
import type { ChatState } from './chatState';
import type { Target } from './place';
import { People } from './people';
import { PeopleLoader } from './peopleLoader';
import { Reader } from './reader';
import { ReadReceipts } from './readReceipts';
import { SavedPlaces } from './savedPlaces';
import { EphemeralSignals } from './ephemeralSignals';
import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import { withEntry } from './immutableMap';
import { countsAfter } from './summary';
import { MAX_ITEMS } from './timelineWindow';
import { TypingIndicators } from './typingIndicators';
import { UnreadTotals } from './unreadTotals';

export interface Environment extends SharedStorage {
  api: Api;
  openSocket: () => Socket;
  /** Storage of this tab only; survives a reload. */
  tabStorage: Storage;
  locks?: Locks;
  onLine: () => boolean;
  /** The name of this page for the server: random, and another one for each tab. */
  client?: string;
  /** The conversation of the URL, so that it is loaded before the page has rendered. */
  opening?: () => ConversationId | undefined;
  random?: () => number;
}

const PEOPLE_PAGE = 30;
/** The server closes a socket that has been idle for two minutes. */
const SOCKET_IDLE_TIMEOUT_MS = 120_000;

/**
 * How long the first requests wait for the socket. After `welcome` nothing is missed, and nothing has to be loaded twice.
 */
const WAIT_FOR_SOCKET_MS = 600;

/** The chat of one signed-in user: state and operations. */
export class Chat {
  readonly store: StoreApi<ChatState>;
  readonly outbox: Outbox;
  readonly history: History;
  readonly list: ConversationList;
  readonly drafts: Drafts;
  private readonly serverDrafts: ServerDrafts;
  readonly signals: EphemeralSignals;
  readonly changes: ChangeQueue;
  readonly windows: HistoryWindows;
  readonly reader: Reader;
  readonly channels: Channels;
  readonly favourites: Favourites;
  readonly folders: Folders;
  readonly own: OwnState;
  readonly activity: InputActivity;
  private readonly clock = new ServerClock();
  private readonly connection: ServerConnection;
  private readonly reads: ReadReceipts;
  private readonly typing: TypingIndicators;
  private readonly dispatcher: FrameDispatcher;
  private readonly outboxStorage: OutboxStorage;
  private readonly totals: UnreadTotals;
  private readonly peopleLoader: PeopleLoader;
  private readonly messageListeners = new Set<(message: Message) => void>();
  private releaseOutbox?: () => void;
  private startTimer?: ReturnType<typeof setTimeout>;
  /** Whether the first requests have been sent. */
  private loading = false;

  constructor(
    me: User,
    private readonly environment: Environment,
    private readonly onEnded: (reason: EndReason | 'unknown') => void,
  ) {
    this.store = createStore<ChatState>()(() => ({
      me,
      connection: { phase: 'connecting', attempt: 0 },
      onLine: environment.onLine(),
      store: { state: 'ok' },
      limits: defaultLimits,
      people: new People([me], (id) => this.peopleLoader.missed(id)),
      presence: new Map(),
      summaries: new Map(),
      list: { loaded: false, loading: false },
      timelines: new Map(),
      windows: new Map(),
      favourites: new Set(),
      own: defaultParts,
      ownLoaded: false,
      outgoing: [],
      changing: new Map(),
      replying: new Map(),
      notMembers: new Map(),
      replacedDrafts: new Map(),
      typing: new Map(),
    }));
    const failed = (error: ApiError) => this.failed(error);
    this.history = new History(
      this.store,
      environment.api,
      (conv, messages) => this.historyLoaded(conv, messages),
      (conv, error) => this.historyFailed(conv, error),
    );
    this.windows = new HistoryWindows(this.store, environment.api, (conv, error) => this.historyFailed(conv, error));
    this.reader = new Reader(this.store, this.history, this.windows, new SavedPlaces(environment.tabStorage, me.id));
    this.totals = new UnreadTotals(this.store, environment.api);
    this.list = new ConversationList(
      this.store,
      environment.api,
      failed,
      (conv, pos) => this.countsAfter(conv, pos),
      environment.random,
    );
    this.peopleLoader = this.newPeopleLoader();
    this.channels = new Channels(this.list, environment.api, failed);
    this.drafts = new Drafts(environment.storage, environment.tabStorage, me.id);
    this.own = new OwnState(
      this.store,
      environment.api,
      () => this.clock.now(),
      () => this.serverDrafts,
      environment.random,
    );
    this.favourites = new Favourites(this.store, this.own, environment.storage);
    this.folders = new Folders(this.store, this.own, environment.random);
    this.serverDrafts = new ServerDrafts(
      environment.api,
      environment.storage,
      me.id,
      {
        read: (conv) => ({ body: this.drafts.read(conv), replyTo: this.store.getState().replying.get(conv) }),
        isApart: (conv) => this.drafts.isApart(conv),
        isOwn: (conv) => this.drafts.isOwn(conv),
        all: () => this.drafts.all().map(({ conv }) => conv),
      },
      () => this.clock.now(),
      (conv, draft) => this.draftReplaced(conv, draft),
      environment.random,
    );
    this.typing = new TypingIndicators(this.store);
    this.connection = this.newConnection();
    this.signals = new EphemeralSignals(this.connection, (users) => this.forgetUnwatched(users));
    this.activity = new InputActivity((idle) => this.signals.idle(idle));
    this.reads = new ReadReceipts((frame) => this.connection.send(frame));
    this.outboxStorage = new OutboxStorage(environment.storage, me.id, newCid(Date.now()));
    const transport = this.newTransport();
    this.outbox = new Outbox(
      transport,
      this.outboxStorage,
      (outgoing) => this.store.setState({ outgoing }),
      environment.random,
    );
    this.changes = new ChangeQueue(this.store, transport, (change) => this.dispatcher.upd(change), environment.random);
    const { store, outbox, changes, history, windows, list, typing, signals, own } = this;
    this.dispatcher = new FrameDispatcher(
      { store, outbox, changes, history, windows, list, typing, signals, own },
      (message) => this.messageListeners.forEach((listener) => listener(message)),
    );
  }

  start() {
    const { locks } = this.environment;
    const { me } = this.store.getState();
    this.releaseOutbox = adoptOutboxes(this.environment, me.id, this.outboxStorage, locks, (messages) =>
      this.outbox.adopt(messages),
    );
    this.connection.start();
    this.activity.start();
    this.startTimer = setTimeout(() => this.load(), WAIT_FOR_SOCKET_MS);
  }

  stop() {
    clearTimeout(this.startTimer);
    this.reads.stop();
    this.outbox.stop();
    this.connection.stop();
    const { changes, history, windows, reader, totals, list, signals, typing } = this;
    const { own, favourites, serverDrafts, activity, peopleLoader } = this;
    [changes, history, windows, reader, totals, list, signals, typing].forEach((part) => part.stop());
    [own, favourites, serverDrafts, activity, peopleLoader].forEach((part) => part.stop());
    this.releaseOutbox?.();
  }

  /** Calls the listener with each message of the server, but not with own ones. Returns what stops it. */
  onMessage(listener: (message: Message) => void): () => void {
    this.messageListeners.add(listener);
    return () => {
      this.messageListeners.delete(listener);
    };
  }

  /** Opens a conversation, at a message or day of it if the target says so; or closes the open one. */
  open(conv: ConversationId | undefined, target: Target = {}) {
    const { open, gone } = this.store.getState();
    this.store.setState({ open: conv, gone: conv === undefined ? gone : undefined, keptUnread: undefined });
    if (conv === undefined) return this.reader.close();
    if (this.loading) this.loadOpen(conv, open !== conv);
    this.reader.open(conv, target);
  }

  /** Marks the conversation as read up to `pos`. */
  read(conv: ConversationId, pos: Pos) {
    const { summaries, keptUnread, me } = this.store.getState();
    const summary = summaries.get(conv);
    if (!summary || !isMember(summary, me.id) || pos <= summary.read || keptUnread === conv) return;
    this.list.read(conv, pos);
    this.reads.read(conv, pos);
  }

  /** Marks a conversation as read, also what was not on screen. */
  readConversation(conv: ConversationId) {
    const { summaries, keptUnread } = this.store.getState();
    const last = summaries.get(conv)?.last;
    if (keptUnread === conv) this.store.setState({ keptUnread: undefined });
    if (last) this.read(conv, last.pos);
  }

  /** Marks all conversations as read, also those that the list has not loaded. */
  async readAll() {
    const readLoaded = () => {
      for (const { id, unread } of this.store.getState().summaries.values()) if (unread > 0) this.readConversation(id);
    };
    readLoaded();
    let next;
    while ((next = this.store.getState().list.next) !== undefined) {
      await this.list.more();
      // The list shows that loading failed, or starts again from its first page.
      if (this.store.getState().list.next === next) return;
      readLoaded();
    }
  }

  /** Marks the message and those after it as unread, on all devices. */
  markUnread(conv: ConversationId, pos: Pos) {
    this.reads.forget(conv);
    if (!this.connection.send({ t: 'unread', id: this.connection.nextId(), conv, pos })) return;
    this.store.setState({ keptUnread: conv });
    // The receipt with the new place follows, and the exact counts with it.
    this.list.wentBack(conv, Math.min(pos - 1, this.store.getState().summaries.get(conv)?.read ?? pos - 1));
  }

  async people(q: string, after?: Cursor) {
    const page = await this.reportingErrors(() => this.environment.api.people(q, after, PEOPLE_PAGE));
    this.list.addPeople(page.items);
    return page;
  }

  /** Resolves once the name of the person is known, or cannot be known soon: for what is said once. */
  met(user: UserId): Promise<void> {
    return this.peopleLoader.known(user);
  }

  direct(user: User) {
    return this.reportingErrors(() => this.list.direct(user));
  }

  /** @param sleptMs duration of the sleep, if known */
  wake(sleptMs = 0) {
    if (sleptMs > SOCKET_IDLE_TIMEOUT_MS) this.connection.reconnectAfterSleep();
    else this.connection.checkNow();
  }

  /** The browser went online or offline. */
  network(onLine: boolean) {
    this.store.setState({ onLine });
    if (onLine) this.connection.online();
    else this.connection.offline();
  }

  /** Sets or clears the message that the next message in the conversation replies to. */
  reply(conv: ConversationId, pos: Pos | undefined) {
    this.setReply(conv, pos);
    if (this.drafts.read(conv)) this.serverDrafts.changed(conv);
  }

  /** Starts to edit a message, or ends it. */
  edit(conv: ConversationId, pos: Pos | undefined) {
    this.store.setState({ editing: pos === undefined ? undefined : { conv, pos } });
  }

  /** Starts to edit the last own message that is loaded, and shows it. Returns whether there is one. */
  editLast(conv: ConversationId): boolean {
    const { me } = this.store.getState();
    const last = this.history
      .timeline(conv)
      .items.findLast(({ from, kind, revoked }) => from === me.id && kind === undefined && !revoked);
    if (!last) return false;
    if (this.windows.window(conv)) this.reader.toEnd(conv);
    this.edit(conv, last.pos);
    return true;
  }

  /** Adds the users whom own messages name although they are no members. */
  async addNotMembers(conv: ConversationId) {
    const users = this.store.getState().notMembers.get(conv) ?? [];
    await this.reportingErrors(() => Promise.all(users.map((user) => this.environment.api.putMember(conv, user))));
  }

  dismissNotMembers(conv: ConversationId) {
    this.store.setState({ notMembers: withEntry(this.store.getState().notMembers, conv, undefined) });
  }

  dismissNotEveryone() {
    this.store.setState({ notEveryone: undefined });
  }

  /** Changes the display name of this user. */
  async rename(displayName: string) {
    const { displayName: stored } = await this.reportingErrors(() => this.environment.api.rename(displayName));
    const { me, people } = this.store.getState();
    const now = { ...me, displayName: stored };
    this.store.setState({ me: now, people: people.with([now]) });
  }

  /** A wrong current password is 403, not the end of the session. */
  changePassword(current: string, password: string, endOtherSessions: boolean) {
    return this.reportingErrors(() => this.environment.api.changePassword(current, password, endOtherSessions));
  }

  /** Keeps what the user has written, here and on the server. */
  writeDraft(conv: ConversationId, text: string) {
    this.drafts.write(conv, text);
    this.serverDrafts.changed(conv);
  }

  /** Removes everything that is stored in the browser for this user. */
  clearStorage() {
    this.outbox.all().forEach((message) => this.outbox.discard(message.key));
    this.drafts.clear();
    this.serverDrafts.clear();
  }

  private setReply(conv: ConversationId, pos: Pos | undefined) {
    this.store.setState({ replying: withEntry(this.store.getState().replying, conv, pos) });
  }

  private draftReplaced(conv: ConversationId, draft: Draft) {
    this.drafts.replace(conv, draft.body);
    this.setReply(conv, draft.replyTo);
    const { replacedDrafts } = this.store.getState();
    this.store.setState({ replacedDrafts: withEntry(replacedDrafts, conv, (replacedDrafts.get(conv) ?? 0) + 1) });
  }

  /** Loads the list, and the first time the open conversation. */
  private load() {
    clearTimeout(this.startTimer);
    this.peopleLoader.after(this.list.refresh());
    if (this.loading) return;
    this.loading = true;
    const { open = this.environment.opening?.() } = this.store.getState();
    if (open !== undefined) this.loadOpen(open, true);
  }

  private loadOpen(conv: ConversationId, isNew: boolean) {
    const { summaries, list } = this.store.getState();
    if (isNew) this.history.open(conv);
    // While the list is loading, it probably contains the conversation.
    if (!summaries.has(conv) && (list.loaded || list.failure)) void this.list.fetch(conv);
    else this.peopleLoader.after(this.list.loadMembers(conv));
  }

  private newConnection() {
    return new ServerConnection(
      this.environment.openSocket,
      {
        hello: () => ({
          resume: this.resume(),
          client: this.environment.client,
          idle: this.activity.idle || undefined,
        }),
        welcomed: (welcome, requested, ageMs) => this.welcomed(welcome, requested, ageMs),
        frame: (frame) => this.dispatcher.dispatch(frame),
        changed: (connection) => this.connectionChanged(connection),
        handshakeFailed: () => void this.environment.api.whoAmI().catch((error: ApiError) => this.failed(error)),
        ended: this.onEnded,
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

  private newPeopleLoader() {
    const { api, random } = this.environment;
    const people = {
      has: (id: UserId) => this.store.getState().people.has(id),
      add: (users: readonly User[]) => this.list.addPeople(users),
      load: (ids: readonly UserId[]) => api.named(ids),
      failed: (error: ApiError) => this.failed(error),
    };
    return new PeopleLoader(people, random);
  }

  private resume(): Resume {
    const held = [...this.store.getState().timelines].filter(
      ([, timeline]) => timeline.loaded && timeline.held !== undefined,
    );
    return Object.fromEntries(held.map(([conv, timeline]) => [String(conv), timeline.held ?? 0]));
  }

  private welcomed(welcome: WelcomeFrame, requested: Resume, ageMs: number) {
    if (welcome.user.id !== this.store.getState().me.id) {
      // Another tab signed in as another user. Messages of this user must not be sent as that user.
      this.onEnded('unknown');
      return;
    }
    this.clock.synchronize(welcome.serverTime, ageMs);
    // The server repeats the store state after `welcome` if it is not `ok`.
    this.store.setState({ limits: welcome.limits, previews: welcome.previews, store: { state: 'ok' } });
    this.history.recovered((conv) => conv in requested && welcome.recovered[conv] === true);
    this.windows.recovered((conv) => conv in requested && welcome.recovered[conv] === true);
    this.load();
    this.totals.opened();
    this.outbox.opened(welcome.limits);
    this.changes.opened();
    this.reads.opened();
    this.signals.opened();
    void this.own.opened();
  }

  private connectionChanged(connection: ConnectionStatus) {
    this.store.setState({ connection });
    if (connection.phase !== 'open') [this.outbox, this.changes].forEach((part) => part.closed());
    // Presence is unknown while disconnected. It is requested again after `welcome`.
    if (connection.phase === 'waiting') this.store.setState({ presence: new Map() });
  }

  /** What is known of people who are not watched any more would become outdated. */
  private forgetUnwatched(watched: ReadonlySet<UserId>) {
    const { presence } = this.store.getState();
    const kept = [...presence].filter(([user]) => watched.has(user));
    if (kept.length < presence.size) this.store.setState({ presence: new Map(kept) });
  }

  private countsAfter(conv: ConversationId, pos: Pos) {
    const { summaries, timelines, me } = this.store.getState();
    const summary = summaries.get(conv);
    return summary && countsAfter(pos, summary, timelines.get(conv), me.id);
  }

  /** Own messages that are in the history are no longer pending. */
  private removePending(messages: readonly Message[]) {
    const { me } = this.store.getState();
    for (const { from, cid } of messages) if (from === me.id && cid) this.outbox.arrived(cid);
  }

  private historyLoaded(conv: ConversationId, messages: readonly Message[]) {
    this.removePending(messages);
    const { length } = this.history.timeline(conv).items;
    this.windows.splitTimeline(conv);
    if (this.windows.window(conv) && length > MAX_ITEMS) this.history.trimAfterSplit(conv);
    this.windows.join(conv);
  }

  private correctClock(err: ErrFrame) {
    if (err.serverTime !== undefined) this.clock.synchronize(err.serverTime);
    else this.connection.reconnect();
  }

  private historyFailed(conv: ConversationId, error: ApiError) {
    if (error.status !== 404) return this.failed(error);
    this.list.remove(conv);
    this.history.drop(conv);
    this.windows.drop(conv);
  }

  private async reportingErrors<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      if (error instanceof ApiError) this.failed(error);
      throw error;
    }
  }

  private failed(error: ApiError) {
    if (error.status === 401) this.onEnded('unknown');
  }
}
