import {
  channel,
  conversation,
  installation,
  member,
  mentioned,
  message,
  readPage,
  report,
  sessionUser,
  totals,
  user,
} from '../protocol/resources';
import type {
  Channel,
  Conversation,
  ConversationId,
  Cursor,
  HistoryAccess,
  Member,
  Message,
  Page,
  Pos,
  Posting,
  Registration,
  Report,
  Totals,
  User,
  UserId,
  Visibility,
} from '../protocol/resources';
import type { ConversationAlerts, OwnPart, OwnPartName, OwnStateAnswer } from '../protocol/ownState';
import { draftAnswer, ownState, versionAnswer } from '../protocol/ownState';
import { read } from '../protocol/schema';
import { ownAddress } from '../device/installation';
import type { Fetch } from './http';
import { SESSION_PATH } from './firstRequests';
import { ApiError, request } from './http';
import { clientHeader } from './requestInit';

type Query = Record<string, string | number | undefined>;

/** Where a page of history begins; the newest page without any. `before` and `after` are exclusive. */
export interface PageStart {
  before?: Cursor;
  after?: Cursor;
  /** What is before and after this position. */
  around?: number;
  /** The first message of this day, in the time zone. */
  date?: string;
  zone?: string;
}

export interface ChannelSettings {
  title?: string;
  topic?: string;
  visibility?: Visibility;
  posting?: Posting;
  archived?: boolean;
  history?: HistoryAccess;
}

/** The REST calls of the page. Each rejects only with an ApiError. */
export class Api {
  /**
   * @param client the name of this page, so that the server does not send it the changes that it makes itself
   */
  constructor(
    private readonly client?: string,
    private readonly fetch: Fetch = (path, init) => window.fetch(ownAddress(path), init),
  ) {}

  async whoAmI(): Promise<User> {
    return required(read(sessionUser, await this.call('GET', SESSION_PATH)));
  }

  async signIn(username: string, password: string): Promise<User> {
    // The response also contains the token. The page ignores it and relies on the HttpOnly cookie.
    return required(read(sessionUser, await this.call('POST', '/api/session', { username, password })));
  }

  async signOut() {
    await this.call('DELETE', '/api/session');
  }

  async register(username: string, password: string, displayName: string | undefined, invitation?: string) {
    await this.call('POST', '/api/users', { username, password, displayName, invitation });
  }

  /** Who can create an account. */
  async registration(): Promise<Registration> {
    return required(read(installation, await this.call('GET', '/api/installation'))).registration;
  }

  async people(q: string, after: Cursor | undefined, limit: number): Promise<Page<User>> {
    return readPage(await this.call('GET', `/api/users${query({ q: q || undefined, after, limit })}`), user);
  }

  /** The users with these ids, at most 100; those who do not exist are left out. */
  async named(ids: readonly UserId[]): Promise<User[]> {
    return readPage(await this.call('GET', `/api/users?ids=${ids.join(',')}`), user).items;
  }

  async conversations(after: Cursor | undefined, limit: number): Promise<Page<Conversation>> {
    return readPage(await this.call('GET', `/api/conversations${query({ after, limit })}`), conversation);
  }

  async conversation(id: ConversationId): Promise<Conversation> {
    return required(read(conversation, await this.call('GET', `/api/conversations/${id}`)));
  }

  async members(id: ConversationId, limit: number, after?: Cursor) {
    return readPage(await this.call('GET', `/api/conversations/${id}/members${query({ after, limit })}`), member);
  }

  async createChannel(settings: ChannelSettings, members: readonly UserId[]): Promise<Conversation> {
    return required(read(conversation, await this.call('POST', '/api/conversations', { ...settings, members })));
  }

  async changeChannel(id: ConversationId, settings: ChannelSettings): Promise<Conversation> {
    return required(read(conversation, await this.call('PATCH', `/api/conversations/${id}`, settings)));
  }

  /** Adds a member, or changes the role of one. */
  async putMember(id: ConversationId, member: UserId, role?: string): Promise<Conversation | undefined> {
    const path = `/api/conversations/${id}/members/${member}`;
    return read(conversation, await this.call('PUT', path, role === undefined ? undefined : { role }));
  }

  async removeMember(id: ConversationId, member: UserId) {
    await this.call('DELETE', `/api/conversations/${id}/members/${member}`);
  }

  /** The members who have read a message, without its author. */
  async readers(id: ConversationId, pos: Pos): Promise<Member[]> {
    return readPage(await this.call('GET', `/api/conversations/${id}/receipts${query({ pos })}`), member).items;
  }

  /** Reports a message to the owners and moderators of the channel. */
  async report(id: ConversationId, pos: Pos, reason: string | undefined): Promise<void> {
    await this.call('POST', `/api/conversations/${id}/messages/${pos}/report`, { reason });
  }

  /** For owners and moderators. */
  async reports(id: ConversationId, after: Cursor | undefined, limit: number): Promise<Page<Report>> {
    return readPage(await this.call('GET', `/api/conversations/${id}/reports${query({ after, limit })}`), report);
  }

  async resolveReport(id: ConversationId, number: number): Promise<Report> {
    return required(read(report, await this.call('POST', `/api/conversations/${id}/reports/${number}/resolve`)));
  }

  async block(user: UserId) {
    await this.call('PUT', `/api/me/blocks/${user}`);
  }

  async unblock(user: UserId) {
    await this.call('DELETE', `/api/me/blocks/${user}`);
  }

  /** Joins a public channel. */
  async join(id: ConversationId): Promise<Conversation | undefined> {
    return read(conversation, await this.call('PUT', `/api/conversations/${id}/members/me`));
  }

  async channels(q: string, after: Cursor | undefined, limit: number): Promise<Page<Channel>> {
    return readPage(await this.call('GET', `/api/channels${query({ q: q || undefined, after, limit })}`), channel);
  }

  async unreadTotals(): Promise<Totals> {
    return required(read(totals, await this.call('GET', '/api/unread')));
  }

  /** The messages that mention this user, newest first. */
  async mentions(after: Cursor | undefined, limit: number): Promise<Page<Message>> {
    return readPage(await this.call('GET', `/api/mentions${query({ after, limit })}`), mentioned);
  }

  async direct(other: UserId): Promise<Conversation> {
    return required(read(conversation, await this.call('PUT', `/api/conversations/direct/${other}`)));
  }

  async messages(id: ConversationId, start: PageStart, limit: number): Promise<Page<Message>> {
    const path = `/api/conversations/${id}/messages${query({ ...start, limit })}`;
    return readPage(await this.call('GET', path), message);
  }

  /** What only this user sees. */
  async ownState(): Promise<OwnStateAnswer> {
    return required(read(ownState, await this.call('GET', '/api/me')));
  }

  async rename(displayName: string): Promise<User> {
    return required(read(user, await this.call('PATCH', '/api/me', { displayName })));
  }

  async changePassword(current: string, password: string, endOtherSessions: boolean) {
    await this.call('PUT', '/api/me/password', { current, password, endOtherSessions });
  }

  /** Replaces a part of the own state; `undefined` removes it. Returns its version. */
  async putOwn<Name extends OwnPartName>(part: Name, value: OwnPart<Name> | undefined): Promise<number> {
    return required(read(versionAnswer, await this.call('PUT', `/api/me/${part}`, value ?? {}))).version;
  }

  async putConversationAlerts(conv: ConversationId, alerts: ConversationAlerts): Promise<number> {
    const path = `/api/me/conversations/${conv}/settings`;
    return required(read(versionAnswer, await this.call('PUT', path, alerts))).version;
  }

  /** Returns what is stored: the given draft, or what another device wrote or discarded later. */
  async putDraft(conv: ConversationId, draft: { body: string; replyTo?: Pos; updatedAt?: string }) {
    return read(draftAnswer, await this.call('PUT', `/api/me/drafts/${conv}`, draft));
  }

  async deleteDraft(conv: ConversationId) {
    await this.call('DELETE', `/api/me/drafts/${conv}`);
  }

  private call(method: string, path: string, body?: unknown) {
    return request(this.fetch, method, path, body, clientHeader(this.client));
  }
}

function query(parts: Query) {
  const given = Object.entries(parts).filter(([, value]) => value !== undefined);
  return given.length ? `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}` : '';
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new ApiError(0, 'unreachable');
  return value;
}
