import type { Api, ChannelSettings } from '../connection/api';
import { ApiError } from '../connection/http';
import type { ConversationId, Cursor, Member, Page, Pos, Report, UserId } from '../protocol/resources';
import type { ConversationList } from './conversationList';

const PAGE_SIZE = 50;

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

  async add(conv: ConversationId, user: UserId, role?: string) {
    await this.reporting(this.api.putMember(conv, user, role));
    await this.list.fetch(conv);
  }

  async remove(conv: ConversationId, user: UserId) {
    await this.reporting(this.api.removeMember(conv, user));
    await this.list.fetch(conv);
  }

  async join(conv: ConversationId) {
    await this.reporting(this.api.join(conv));
    await this.list.fetch(conv);
  }

  async members(conv: ConversationId, after?: Cursor): Promise<{ items: Member[]; next?: Cursor }> {
    const page = await this.reporting(this.api.members(conv, PAGE_SIZE, after));
    this.list.addMembers(page.items);
    return page;
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

  private async reporting<T>(call: Promise<T>): Promise<T> {
    try {
      return await call;
    } catch (error) {
      if (error instanceof ApiError) this.failed(error);
      throw error;
    }
  }
}
