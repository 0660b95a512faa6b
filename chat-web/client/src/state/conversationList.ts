import type { Api } from '../connection/api';
import { ApiError } from '../connection/http';
import type { Conversation, ConversationId, Message, Page, Pos, User } from '../protocol/resources';
import type { ChatState } from './chatState';
import type { StoreApi } from 'zustand/vanilla';
import { withEntry } from './immutableMap';
import type { Summary } from './summary';
import { afterMessage, afterReading, merged, summarise } from './summary';

const PAGE = 30;
const MAX_PAGES_AGAIN = 5;
const RETRY_MS = 5_000;

/** The conversations, as the server listed them and as frames have moved them on since. */
export class ConversationList {
  /** For each question under way, the messages that came before its answer. */
  private readonly journals = new Set<Message[]>();
  private readonly asking = new Set<ConversationId>();
  private generation = 0;
  private pages = 1;
  private retry?: ReturnType<typeof setTimeout>;

  constructor(
    private readonly store: StoreApi<ChatState>,
    private readonly api: Pick<Api, 'conversations' | 'conversation' | 'direct' | 'members'>,
    private readonly failed: (error: ApiError) => void,
  ) {}

  /** All pages that were loaded so far, again: on the first showing, and after each welcome. */
  async refresh() {
    const generation = ++this.generation;
    clearTimeout(this.retry);
    await this.asked(generation, async (meanwhile) => {
      const found: Conversation[] = [];
      let page: Page<Conversation> = { items: [] };
      for (let i = 0; i < Math.min(this.pages, MAX_PAGES_AGAIN); i++) {
        if (i > 0 && page.next === undefined) break;
        page = await this.api.conversations(page.next, PAGE);
        found.push(...page.items);
      }
      if (generation !== this.generation) return;
      this.replace(found, meanwhile);
      this.store.setState({ list: { loaded: true, loading: false, next: page.next } });
    });
  }

  async more() {
    const { next, loading } = this.store.getState().list;
    if (next === undefined || loading) return;
    const generation = this.generation;
    await this.asked(generation, async (meanwhile) => {
      const page = await this.api.conversations(next, PAGE);
      if (generation !== this.generation) return;
      this.pages++;
      page.items.forEach((conversation) => this.tell(conversation, meanwhile));
      this.store.setState({ list: { loaded: true, loading: false, next: page.next } });
    });
  }

  /** One conversation again, or for the first time. */
  async fetch(id: ConversationId): Promise<void> {
    if (this.asking.has(id)) return;
    this.asking.add(id);
    await this.journalled(async (meanwhile) => {
      try {
        this.tell(await this.api.conversation(id), meanwhile);
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) this.gone(id);
        else if (error instanceof ApiError) this.failed(error);
      } finally {
        this.asking.delete(id);
      }
    });
  }

  /** The conversation with that person; made if there is none. */
  async direct(user: User): Promise<ConversationId> {
    return await this.journalled(async (meanwhile) => {
      const conversation = await this.api.direct(user.id);
      this.know([user]);
      this.tell(conversation, meanwhile, Date.now());
      return conversation.id;
    });
  }

  /** Names for a group too large to carry its members. */
  async names(id: ConversationId) {
    if (this.store.getState().summaries.get(id)?.members) return;
    const page = await this.api.members(id, 200).catch(() => undefined);
    if (page) this.know(named(page.items));
  }

  took(message: Message) {
    this.journals.forEach((journal) => journal.push(message));
    const known = this.store.getState().summaries.get(message.conv);
    if (!known || message.kind === 'member') void this.fetch(message.conv);
    this.change(message.conv, (summary) => afterMessage(summary, message, this.store.getState().me.id));
  }

  change(id: ConversationId, how: (summary: Summary) => Summary) {
    const { summaries } = this.store.getState();
    const before = summaries.get(id);
    const after = before && how(before);
    if (after && after !== before) this.store.setState({ summaries: withEntry(summaries, id, after) });
  }

  /** What the server says of a conversation, by whatever way it says so. */
  tell(conversation: Conversation, meanwhile: readonly Message[] = [], activeAt?: number) {
    const { summaries } = this.store.getState();
    const summary = this.join(conversation, meanwhile, activeAt);
    this.know(named(conversation.members ?? []));
    this.store.setState({ summaries: withEntry(summaries, conversation.id, summary) });
  }

  gone(id: ConversationId) {
    this.store.setState({ summaries: withEntry(this.store.getState().summaries, id, undefined) });
  }

  know(users: readonly User[]) {
    const { people } = this.store.getState();
    const news = users.filter((user) => people.get(user.id)?.displayName !== user.displayName);
    if (news.length)
      this.store.setState({ people: new Map([...people, ...news.map((user) => [user.id, user] as const)]) });
  }

  /** I have read on, on this page or on another; if only a part, then the server knows how much is left. */
  read(id: ConversationId, pos: Pos) {
    this.change(id, (summary) => afterReading(summary, pos));
    if (this.store.getState().summaries.get(id)?.unread) void this.fetch(id);
  }

  stop() {
    this.generation++;
    clearTimeout(this.retry);
  }

  private replace(found: readonly Conversation[], meanwhile: readonly Message[]) {
    const { summaries, open } = this.store.getState();
    const here = open === undefined ? undefined : summaries.get(open);
    const fresh = new Map<ConversationId, Summary>(here ? [[here.id, here]] : []);
    for (const conversation of found) fresh.set(conversation.id, this.join(conversation, meanwhile));
    // Those that came to be while the list was under way.
    for (const { conv } of meanwhile) {
      const known = summaries.get(conv);
      if (known && !fresh.has(conv)) fresh.set(conv, known);
    }
    this.know(found.flatMap((conversation) => named(conversation.members ?? [])));
    this.store.setState({ summaries: fresh });
  }

  private join(conversation: Conversation, meanwhile: readonly Message[], activeAt?: number) {
    const { me, summaries } = this.store.getState();
    return merged(summarise(conversation, me.id, activeAt), meanwhile, summaries.get(conversation.id), me.id);
  }

  private async asked(generation: number, ask: (meanwhile: Message[]) => Promise<void>) {
    this.store.setState({ list: { ...this.store.getState().list, loading: true } });
    try {
      await this.journalled(ask);
    } catch (error) {
      const failure = error instanceof ApiError ? error : new ApiError(0, 'unreachable');
      if (generation !== this.generation) return;
      this.store.setState({ list: { ...this.store.getState().list, loading: false, failure } });
      if (failure.transient) this.retry = setTimeout(() => void this.refresh(), failure.retryAfterMs ?? RETRY_MS);
      this.failed(failure);
    }
  }

  private async journalled<T>(ask: (meanwhile: Message[]) => Promise<T>): Promise<T> {
    const journal: Message[] = [];
    this.journals.add(journal);
    try {
      return await ask(journal);
    } finally {
      this.journals.delete(journal);
    }
  }
}

function named(members: readonly { user: number; username?: string; displayName?: string }[]): User[] {
  return members.flatMap(({ user, username, displayName }) =>
    username === undefined && displayName === undefined
      ? []
      : [{ id: user, username: username ?? '', displayName: displayName || (username ?? '') }],
  );
}
