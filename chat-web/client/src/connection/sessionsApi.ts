import { ownAddress } from '../device/installation';
import { readPage } from '../protocol/resources';
import type { SessionItem } from '../protocol/sessions';
import { sessionItem } from '../protocol/sessions';
import type { Fetch } from './http';
import { request } from './http';

/** The REST calls for this user's sessions, which are loaded on demand. Each rejects only with an ApiError. */
export class SessionsApi {
  constructor(private readonly fetch: Fetch = (input, init) => window.fetch(ownAddress(input), init)) {}

  /** The newest first. */
  async sessions(): Promise<SessionItem[]> {
    return readPage(await request(this.fetch, 'GET', '/api/me/sessions'), sessionItem).items;
  }

  async endSession(id: string) {
    await request(this.fetch, 'DELETE', `/api/me/sessions/${encodeURIComponent(id)}`);
  }

  async endOtherSessions() {
    await request(this.fetch, 'DELETE', '/api/me/sessions');
  }
}
