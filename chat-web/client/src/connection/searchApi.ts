import { ownAddress } from '../device/installation';
import type { Cursor, Page } from '../protocol/resources';
import { readPage } from '../protocol/resources';
import { read } from '../protocol/schema';
import type { Hit } from '../protocol/search';
import { hit, total } from '../protocol/search';
import type { Fetch } from './http';
import { request } from './http';

export interface HitPage extends Page<Hit> {
  /** How many messages match; only of the first page, and only if there are not very many. */
  total?: number;
}

/** The search of messages, which is loaded on demand. Each call rejects only with an ApiError. */
export class SearchApi {
  constructor(private readonly fetch: Fetch = (input, init) => window.fetch(ownAddress(input), init)) {}

  /** @param zone of the days in the query */
  async search(q: string, zone: string, after: Cursor | undefined): Promise<HitPage> {
    const query = new URLSearchParams({ q, zone, ...(after !== undefined && { after: String(after) }) });
    const answer = await request(this.fetch, 'GET', `/api/search?${query.toString()}`);
    return { ...readPage(answer, hit), ...read(total, answer) };
  }
}
