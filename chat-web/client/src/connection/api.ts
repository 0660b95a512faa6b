import { isRaw, readConversation, readMember, readMessage, readPage, readUser } from '../protocol/readers';
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
import type { Fetch } from './http';
import { ApiError, request } from './http';

type Query = Record<string, string | number | undefined>;

/** The REST calls the page makes. Each rejects with an ApiError, and with nothing else. */
export class Api {
  constructor(private readonly fetch: Fetch = (input, init) => window.fetch(input, init)) {}

  async whoAmI(): Promise<User> {
    return needed(sessionUser(await this.call('GET', '/api/session')));
  }

  async signIn(username: string, password: string): Promise<User> {
    // The answer also carries a token: it stays in the HttpOnly cookie, the page does not want it.
    return needed(sessionUser(await this.call('POST', '/api/session', { username, password })));
  }

  async signOut() {
    await this.call('DELETE', '/api/session');
  }

  async register(username: string, password: string, displayName: string | undefined, invitation?: string) {
    await this.call('POST', '/api/users', { username, password, displayName, invitation });
  }

  /** Whether people may register; open where a server does not say. */
  async registration(): Promise<Registration> {
    const said = await this.call('GET', '/api/installation');
    return isRaw(said) && (said.registration === 'invited' || said.registration === 'closed')
      ? said.registration
      : 'open';
  }

  async people(q: string, after: Cursor | undefined, limit: number): Promise<Page<User>> {
    return readPage(await this.call('GET', `/api/users${query({ q: q || undefined, after, limit })}`), readUser);
  }

  async conversations(after: Cursor | undefined, limit: number): Promise<Page<Conversation>> {
    return readPage(await this.call('GET', `/api/conversations${query({ after, limit })}`), readConversation);
  }

  async conversation(id: ConversationId): Promise<Conversation> {
    return needed(readConversation(await this.call('GET', `/api/conversations/${id}`)));
  }

  async members(id: ConversationId, limit: number) {
    return readPage(await this.call('GET', `/api/conversations/${id}/members${query({ limit })}`), readMember);
  }

  async direct(user: UserId): Promise<Conversation> {
    return needed(readConversation(await this.call('PUT', `/api/conversations/direct/${user}`)));
  }

  async messages(id: ConversationId, before: Cursor | undefined, limit: number): Promise<Page<Message>> {
    const path = `/api/conversations/${id}/messages${query({ before, limit })}`;
    return readPage(await this.call('GET', path), (raw) => readMessage(raw, id));
  }

  private call(method: string, path: string, body?: unknown) {
    return request(this.fetch, method, path, body);
  }
}

function query(parts: Query) {
  const given = Object.entries(parts).filter(([, value]) => value !== undefined);
  return given.length ? `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}` : '';
}

/** The user is in a field beside the expiry, or is the whole answer. */
function sessionUser(raw: unknown) {
  const user = readUser(isRaw(raw) && isRaw(raw.user) ? raw.user : raw);
  return user && isRaw(raw) && raw.operator === true ? { ...user, operator: true } : user;
}

function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new ApiError(0, 'unreachable');
  return value;
}
