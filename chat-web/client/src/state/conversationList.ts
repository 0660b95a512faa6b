import type { Api } from '../connection/api';
import { CONVERSATIONS_PAGE } from '../connection/firstRequests';
import { ApiError } from '../connection/http';
import type { Conversation, ConversationId, Member, Message, Page, Pos, User } from '../protocol/resources';
import type { ChatState } from './chatState';
import type { StoreApi } from 'zustand/vanilla';
import { isMember } from './groupPermissions';
import { withEntry } from './immutableMap';
import type { Counts, Summary } from './summary';
import {
  afterGoingBack,
  afterMessage,
  afterReading,
  merged,
  placeAfterGoingBack,
  summarize,
  withCounts,
} from './summary';

const MAX_PAGES_TO_REFRESH = 5;
const RETRY_MS = 5_000;
/** All pages learn at the same time that the database is back. */
const SPREAD_MS = 10_000;

/** What happened since a request was sent; its answer can precede it. */
interface Meanwhile {
  messages: Message[];
  removed: Set<ConversationId>;
}

/** The conversations: as listed by the server, and updated by frames since. */
export class ConversationList {
  /** One for each request in progress. */
  private readonly journals = new Set<Meanwhile>();
  /** The conversations that are loading, and whether they have to be loaded again after that. */
  private readonly fetching = new Map<ConversationId, boolean>();
  private generation = 0;
  private pages = 1;
  private retry?: ReturnType<typeof setTimeout>;

  constructor(
    private readonly store: StoreApi<ChatState>,
    private readonly api: Pick<Api, 'conversations' | 'conversation' | 'direct' | 'members'>,
    private readonly failed: (error: ApiError) => void,
    /** What is unread after a position; undefined if the page cannot tell. */
    private readonly count: (conv: ConversationId, pos: Pos) => Counts | undefined,
    private readonly random: () => number = Math.random,
  ) {}

  /** Loads all pages that were loaded so far again, or the first one. */
  async refresh() {
    const generation = ++this.generation;
    clearTimeout(this.retry);
    await this.load(generation, async (meanwhile) => {
      const found: Conversation[] = [];
      let page: Page<Conversation> = { items: [] };
      for (let i = 0; i < Math.min(this.pages, MAX_PAGES_TO_REFRESH); i++) {
        if (i > 0 && page.next === undefined) break;
        page = await this.api.conversations(page.next, CONVERSATIONS_PAGE);
        found.push(...page.items);
      }
      if (generation !== this.generation) return;
      this.replace(stillThere(found, meanwhile), meanwhile.messages);
      this.store.setState({ list: { loaded: true, loading: false, next: page.next } });
    });
    const { open, summaries } = this.store.getState();
    if (open !== undefined && !summaries.has(open)) void this.fetch(open);
  }

  /** The database is back: counts and places that were loaded without it may be wrong. */
  refreshSoon() {
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.refresh(), this.random() * SPREAD_MS);
  }

  async more() {
    const { next, loading } = this.store.getState().list;
    if (next === undefined || loading) return;
    const generation = this.generation;
    await this.load(generation, async (meanwhile) => {
      const page = await this.api.conversations(next, CONVERSATIONS_PAGE);
      if (generation !== this.generation) return;
      this.pages++;
      stillThere(page.items, meanwhile).forEach((conversation) => this.upsert(conversation, meanwhile.messages));
      this.store.setState({ list: { loaded: true, loading: false, next: page.next } });
    });
  }

  /** Loads one conversation, or loads it again. What an answer on its way does not contain yet is loaded after it. */
  async fetch(id: ConversationId): Promise<void> {
    if (this.fetching.has(id)) return void this.fetching.set(id, true);
    this.fetching.set(id, false);
    await this.journaled(async (meanwhile) => {
      try {
        const conversation = await this.api.conversation(id);
        if (meanwhile.removed.has(id)) return;
        // A public channel of which this user is no member is shown only while it is open.
        const { me, open } = this.store.getState();
        if (isMember(conversation, me.id) || open === id) this.upsert(conversation, meanwhile.messages);
        else this.remove(id);
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) this.remove(id);
        else if (error instanceof ApiError) this.failed(error);
      }
    });
    const again = this.fetching.get(id);
    this.fetching.delete(id);
    if (again) await this.fetch(id);
  }

  /** Finds or creates the direct conversation with the user. */
  async direct(user: User): Promise<ConversationId> {
    return await this.journaled(async (meanwhile) => {
      const conversation = await this.api.direct(user.id);
      this.addPeople([user]);
      this.upsert(conversation, meanwhile.messages, Date.now());
      return conversation.id;
    });
  }

  /** Loads the members of a group that is too large to contain them. */
  async loadMembers(id: ConversationId) {
    const summary = this.store.getState().summaries.get(id);
    if (!summary || summary.members) return;
    const page = await this.api.members(id, 200).catch(() => undefined);
    if (page) this.addPeople(withNames(page.items));
  }

  messageReceived(message: Message) {
    this.journals.forEach(({ messages }) => messages.push(message));
    const known = this.store.getState().summaries.get(message.conv);
    if (!known || message.kind) void this.fetch(message.conv);
    this.update(message.conv, (summary) => afterMessage(summary, message, this.store.getState().me.id));
  }

  update(id: ConversationId, how: (summary: Summary) => Summary) {
    const { summaries } = this.store.getState();
    const before = summaries.get(id);
    const after = before && how(before);
    if (after && after !== before) this.store.setState({ summaries: withEntry(summaries, id, after) });
  }

  /** Adds or updates a conversation that the server sent. */
  upsert(conversation: Conversation, meanwhile: readonly Message[] = [], activeAt?: number) {
    const { summaries } = this.store.getState();
    const summary = this.merge(conversation, meanwhile, activeAt);
    this.addPeople(withNames(conversation.members ?? []));
    this.store.setState({ summaries: withEntry(summaries, conversation.id, summary) });
  }

  /** @param left whether this user left it, instead of being removed */
  remove(id: ConversationId, left = false) {
    this.journals.forEach(({ removed }) => removed.add(id));
    const { summaries, open, gone } = this.store.getState();
    // A frame can report it before the answer to the request.
    const known = gone?.conv === id ? gone : undefined;
    if (open === id || (left && known))
      this.store.setState({
        gone: { conv: id, title: summaries.get(id)?.title ?? known?.title, ...(left && { left }) },
      });
    this.store.setState({ summaries: withEntry(summaries, id, undefined) });
  }

  /** The place was set back, here or elsewhere: messages after it are unread again. */
  wentBack(id: ConversationId, read: Pos, back?: Pos) {
    const summary = this.store.getState().summaries.get(id);
    const place = summary ? placeAfterGoingBack(summary, read, back) : read;
    const counts = this.count(id, place);
    this.update(id, (before) => afterGoingBack(before, place, back ?? before.back, counts));
    if (!counts) void this.fetch(id);
  }

  /** An unread message was edited or revoked. */
  recount(id: ConversationId, pos: Pos) {
    const summary = this.store.getState().summaries.get(id);
    if (!summary?.unread || pos <= summary.read) return;
    const counts = this.count(id, summary.read);
    if (counts) this.update(id, (before) => withCounts(before, counts));
    else void this.fetch(id);
  }

  /** Learns the names of members. */
  addMembers(members: readonly Member[]) {
    this.addPeople(withNames(members));
  }

  addPeople(users: readonly User[]) {
    const { people } = this.store.getState();
    const isNew = ({ id, displayName }: User) => !people.has(id) || people.get(id)?.displayName !== displayName;
    const changed = users.filter(isNew);
    if (changed.length) this.store.setState({ people: people.with(changed) });
  }

  /** This user has read up to `pos`, here or elsewhere. If messages remain unread, asks the server how many. */
  read(id: ConversationId, pos: Pos) {
    const counts = this.count(id, pos);
    this.update(id, (summary) => afterReading(summary, pos, counts));
    if (!counts && this.store.getState().summaries.get(id)?.unread) void this.fetch(id);
  }

  stop() {
    this.generation++;
    clearTimeout(this.retry);
  }

  private replace(found: readonly Conversation[], meanwhile: readonly Message[]) {
    const { summaries, open } = this.store.getState();
    const current = open === undefined ? undefined : summaries.get(open);
    const fresh = new Map<ConversationId, Summary>(current ? [[current.id, current]] : []);
    // A conversation without messages has the place in the list that the server gives it.
    let before = Date.now();
    for (const conversation of found) {
      const summary = this.merge(conversation, meanwhile, before);
      before = Math.min(before, summary.activeAt);
      fresh.set(conversation.id, summary);
    }
    // Conversations that were added while the list was loading.
    for (const { conv } of meanwhile) {
      const known = summaries.get(conv);
      if (known && !fresh.has(conv)) fresh.set(conv, known);
    }
    this.addPeople(found.flatMap((conversation) => withNames(conversation.members ?? [])));
    this.store.setState({ summaries: fresh });
  }

  private merge(conversation: Conversation, meanwhile: readonly Message[], activeAt?: number) {
    const { me, summaries } = this.store.getState();
    return merged(summarize(conversation, me.id, activeAt), meanwhile, summaries.get(conversation.id), me.id);
  }

  private async load(generation: number, request: (meanwhile: Meanwhile) => Promise<void>) {
    this.store.setState({ list: { ...this.store.getState().list, loading: true } });
    try {
      await this.journaled(request);
    } catch (error) {
      const failure = error instanceof ApiError ? error : new ApiError(0, 'unreachable');
      if (generation !== this.generation) return;
      this.store.setState({ list: { ...this.store.getState().list, loading: false, failure } });
      if (failure.transient) this.retry = setTimeout(() => void this.refresh(), failure.retryAfterMs ?? RETRY_MS);
      this.failed(failure);
    }
  }

  private async journaled<T>(request: (meanwhile: Meanwhile) => Promise<T>): Promise<T> {
    const journal: Meanwhile = { messages: [], removed: new Set() };
    this.journals.add(journal);
    try {
      return await request(journal);
    } finally {
      this.journals.delete(journal);
    }
  }
}

const stillThere = (found: readonly Conversation[], { removed }: Meanwhile) =>
  found.filter(({ id }) => !removed.has(id));

function withNames(members: readonly { user: number; username?: string; displayName?: string }[]): User[] {
  return members.flatMap(({ user, username, displayName }) =>
    username === undefined && displayName === undefined
      ? []
      : [{ id: user, username: username ?? '', displayName: displayName || (username ?? '') }],
  );
}
