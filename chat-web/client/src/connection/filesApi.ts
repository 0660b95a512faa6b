import { ownAddress } from '../device/installation';
import type { FileKind, SentFile } from '../protocol/files';
import { sentFile } from '../protocol/files';
import type { ConversationId, Cursor, Page } from '../protocol/resources';
import { readPage } from '../protocol/resources';
import type { Fetch } from './http';
import { request } from './http';

/** The files of conversations, which are loaded on demand. Each call rejects only with an ApiError. */
export class FilesApi {
  constructor(private readonly fetch: Fetch = (input, init) => window.fetch(ownAddress(input), init)) {}

  /** @param kind all files if undefined */
  async files(conv: ConversationId, kind: FileKind | undefined, after: Cursor | undefined): Promise<Page<SentFile>> {
    const query = new URLSearchParams({ ...(kind && { kind }), ...(after !== undefined && { after: String(after) }) });
    const answer = await request(this.fetch, 'GET', `/api/conversations/${conv}/files?${query.toString()}`);
    return readPage(answer, sentFile);
  }
}
