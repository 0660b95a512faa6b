import type { UpdFrame } from '../protocol/frames';
import type { Message, Reaction } from '../protocol/resources';

/** The message with the change folded in. Ignores a change with an older `at`, and any change after a revoke. */
export function fold(message: Message, change: UpdFrame): Message {
  if (message.revoked || change.at <= (message.at ?? -1)) return message;
  switch (change.kind) {
    case 'edited':
      // The body of an edit is erased when the message is revoked later.
      if (change.body === undefined) return revoked(message, change);
      return { ...message, at: change.at, body: change.body, mentions: change.mentions, editedAt: change.ts };
    case 'revoked':
      return revoked(message, change);
    case 'reaction':
      return { ...message, at: change.at, reactions: react(message.reactions ?? [], change) };
  }
}

/** The excerpt that a reply quotes shows the current text of the original, also where the original is not loaded. */
export function withQuoteOf(reply: Message, { kind, pos, body }: UpdFrame): Message {
  if (!reply.quote || kind === 'reaction') return reply;
  const { from } = reply.quote;
  const gone = kind === 'revoked' || body === undefined;
  return { ...reply, quote: gone ? { pos, from, gone: true } : { pos, from, excerpt: excerptOf(body) } };
}

const MAX_EXCERPT = 200;

/** As the server makes it: in one line, and cut. */
function excerptOf(body: string): string {
  const characters = [...body.trim().replace(/\s+/g, ' ')];
  return characters.length > MAX_EXCERPT ? `${characters.slice(0, MAX_EXCERPT).join('')}…` : characters.join('');
}

function revoked(message: Message, { at }: UpdFrame): Message {
  return {
    ...message,
    at,
    body: undefined,
    mentions: undefined,
    files: undefined,
    reactions: undefined,
    revoked: true,
  };
}

function react(reactions: Reaction[], { emoji, by, on }: UpdFrame): Reaction[] {
  if (!emoji) return reactions;
  const users = reactions.find((reaction) => reaction.emoji === emoji)?.users ?? [];
  const now = { emoji, users: [...users.filter((user) => user !== by), ...(on ? [by] : [])] };
  const isNew = users.length === 0;
  const all = isNew ? [...reactions, now] : reactions.map((reaction) => (reaction.emoji === emoji ? now : reaction));
  return all.filter((reaction) => reaction.users.length > 0);
}
