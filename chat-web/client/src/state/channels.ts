import type { Api, ChannelSettings } from '../connection/api';
import { ApiError } from '../connection/http';
import type { Conversation, ConversationId, Cursor, Member, Page, Pos, Report, UserId } from '../protocol/resources';
import type { ConversationList } from './conversationList';

export type { ChannelSettings };

const PAGE_SIZE = 50;
const MAX_PAGE_SIZE = 200;
/** A channel has at most 1,000 members, unless the server is configured otherwise. */
const MAX_PAGES = 6;

type ChannelApi = Pick<
  Api,
  | 'createChannel'
  | 'changeChannel'
  | 'putMember'
  | 'removeMember'
  | 'join'
  | 'channels'
  | 'members'
  | 'mentions'
  | 'readers'
  | 'report'
  | 'reports'
  | 'resolveReport'
>;

/** A person who could not be added, and why. */
export interface NotAdded {
  user: UserId;
  error: ApiError;
}

/** What people do with channels and their members. Each call rejects with an ApiError that the caller shows. */
export class Channels {
  constructor(
    private readonly list: ConversationList,
    private readonly api: ChannelApi,
    private readonly failed: (error: ApiError) => void,
  ) {}

  async create(settings: ChannelSettings, members: readonly UserId[]): Promise<ConversationId> {
    const conversation = await this.reporting(this.api.createChannel(settings, members));
    this.list.upsert(conversation, [], Date.now());
    return conversation.id;
  }

  async change(conv: ConversationId, settings: ChannelSettings) {
    this.list.upsert(await this.reporting(this.api.changeChannel(conv, settings)));
  }

  /** Adds a member, or changes the role of one. */
  async add(conv: ConversationId, user: UserId, role?: string) {
    await this.received(conv, await this.reporting(this.api.putMember(conv, user, role)));
  }

  /** Adds several people, one after the other. Returns those who could not be added; the others are members. */
  async addAll(conv: ConversationId, users: readonly UserId[]): Promise<NotAdded[]> {
    const notAdded: NotAdded[] = [];
    for (const user of users) {
      try {
        await this.add(conv, user);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        notAdded.push({ user, error });
      }
    }
    return notAdded;
  }

  async remove(conv: ConversationId, user: UserId) {
    await this.reporting(this.api.removeMember(conv, user));
    await this.list.fetch(conv);
  }

  /** Makes another member an owner, and this one, `me`, a moderator. */
  async handOver(conv: ConversationId, heir: UserId, me: UserId) {
    await this.add(conv, heir, 'owner');
    await this.add(conv, me, 'moderator');
  }

  /** @param heir becomes an owner first */
  async leave(conv: ConversationId, me: UserId, heir?: UserId) {
    if (heir !== undefined) await this.add(conv, heir, 'owner');
    await this.reporting(this.api.removeMember(conv, me));
    this.list.remove(conv, true);
  }

  async join(conv: ConversationId) {
    await this.received(conv, await this.reporting(this.api.join(conv)));
  }

  async members(conv: ConversationId, after?: Cursor, limit = PAGE_SIZE): Promise<Page<Member>> {
    const page = await this.reporting(this.api.members(conv, limit, after));
    this.list.addMembers(page.items);
    return page;
  }

  async allMembers(conv: ConversationId): Promise<Member[]> {
    const all: Member[] = [];
    let page = await this.members(conv, undefined, MAX_PAGE_SIZE);
    all.push(...page.items);
    for (let i = 1; i < MAX_PAGES && page.next !== undefined; i++) {
      page = await this.members(conv, page.next, MAX_PAGE_SIZE);
      all.push(...page.items);
    }
    return all;
  }

  /** The members who have read a message. */
  async readers(conv: ConversationId, pos: Pos): Promise<Member[]> {
    const readers = await this.reporting(this.api.readers(conv, pos));
    this.list.addMembers(readers);
    return readers;
  }

  async report(conv: ConversationId, pos: Pos, reason: string | undefined) {
    await this.reporting(this.api.report(conv, pos, reason));
  }

  /** The messages that members have reported, newest first. */
  async reports(conv: ConversationId, after?: Cursor): Promise<Page<Report>> {
    return await this.reporting(this.api.reports(conv, after, PAGE_SIZE));
  }

  async resolveReport(conv: ConversationId, id: number): Promise<Report> {
    return await this.reporting(this.api.resolveReport(conv, id));
  }

  /** The public channels. */
  async browse(q: string, after?: Cursor) {
    return await this.reporting(this.api.channels(q, after, PAGE_SIZE));
  }

  /** The messages that mention this user. */
  async mentions(after?: Cursor) {
    return await this.reporting(this.api.mentions(after, PAGE_SIZE));
  }

  /** Earlier versions of the server do not answer with the conversation. */
  private async received(conv: ConversationId, conversation: Conversation | undefined) {
    if (conversation) this.list.upsert(conversation);
    else await this.list.fetch(conv);
  }

  private async reporting<T>(call: Promise<T>): Promise<T> {
    try {
      return await call;
    } catch (error) {
      if (error instanceof ApiError) this.failed(error);
      throw error;
    }
  }
}
