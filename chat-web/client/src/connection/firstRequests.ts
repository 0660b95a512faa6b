import type { ConversationId } from '../protocol/resources';

/** The first page of the list of conversations. */
export const CONVERSATIONS_PAGE = 30;
/** The newest page of a conversation, and the page around a message. */
export const MESSAGES_PAGE = 50;

export const SESSION_PATH = '/api/session';

/** What the first screen needs once the socket is open: the list, and the conversation of the URL. */
export function firstPaths(conv: ConversationId | undefined): string[] {
  const list = `/api/conversations?limit=${CONVERSATIONS_PAGE}`;
  return conv === undefined ? [list] : [list, `/api/conversations/${conv}/messages?limit=${MESSAGES_PAGE}`];
}
