import { ownAddress } from '../device/installation';
import type { LinkPreview } from '../protocol/preview';
import { previewAnswer } from '../protocol/preview';
import type { ConversationId, Pos } from '../protocol/resources';
import { read } from '../protocol/schema';
import type { Fetch } from './http';
import { request } from './http';

/** The previews of links, which are loaded on demand. Each call rejects only with an ApiError. */
export class PreviewApi {
  constructor(private readonly fetch: Fetch = (input, init) => window.fetch(ownAddress(input), init)) {}

  /** Undefined if the message has no link, or its page no preview. */
  async preview(conv: ConversationId, pos: Pos): Promise<LinkPreview | undefined> {
    const answer = await request(this.fetch, 'GET', `/api/conversations/${conv}/messages/${pos}/preview`);
    return read(previewAnswer, answer)?.preview;
  }
}
