import { conversation, installation, member, message, readPage, sessionUser, user } from '../protocol/resources';
import type {
  Conversation,
  ConversationId,
  Cursor,
  Message,
  Page,
  Registration,
  User,
  UserId,
} from '../protocol/resources';
import { read } from '../protocol/schema';
import type { Fetch } from './http';
import { ApiError, request } from './http';

type Query = Record<string, string | number | undefined>;

/** The REST calls of the page. Each rejects only with an ApiError. */
export class Api {
  constructor(private readonly fetch: Fetch = (input, init) => window.fetch(input, init)) {}

  async whoAmI(): Promise<User> {
    return required(read(sessionUser, await this.call('GET', '/api/session')));
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

  async conversations(after: Cursor | undefined, limit: number): Promise<Page<Conversation>> {
    return readPage(await this.call('GET', `/api/conversations${query({ after, limit })}`), conversation);
  }

  async conversation(id: ConversationId): Promise<Conversation> {
    return required(read(conversation, await this.call('GET', `/api/conversations/${id}`)));
  }

  async members(id: ConversationId, limit: number) {
    return readPage(await this.call('GET', `/api/conversations/${id}/members${query({ limit })}`), member);
  }

  async direct(other: UserId): Promise<Conversation> {
    return required(read(conversation, await this.call('PUT', `/api/conversations/direct/${other}`)));
  }

  async messages(id: ConversationId, before: Cursor | undefined, limit: number): Promise<Page<Message>> {
    const path = `/api/conversations/${id}/messages${query({ before, limit })}`;
    return readPage(await this.call('GET', path), message);
  }

  private call(method: string, path: string, body?: unknown) {
    return request(this.fetch, method, path, body);
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
