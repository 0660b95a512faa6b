import type { UpdFrame } from '../protocol/frames';
import type { Message, Reaction } from '../protocol/resources';

/** The message with that change folded in. Only a greater `at` is ever applied, and nothing after a revoke. */
export function fold(message: Message, change: UpdFrame): Message {
  if (message.revoked || change.at <= (message.at ?? -1)) return message;
  switch (change.kind) {
    case 'edited':
      return { ...message, at: change.at, body: change.body, editedAt: change.ts };
    case 'revoked':
      return { ...message, at: change.at, body: undefined, reactions: undefined, revoked: true };
    case 'reaction':
      return { ...message, at: change.at, reactions: react(message.reactions ?? [], change) };
  }
}

function react(reactions: Reaction[], { emoji, by, on }: UpdFrame): Reaction[] {
  if (!emoji) return reactions;
  const users = reactions.find((reaction) => reaction.emoji === emoji)?.users ?? [];
  const now = { emoji, users: [...users.filter((user) => user !== by), ...(on ? [by] : [])] };
  const isNew = users.length === 0;
  const all = isNew ? [...reactions, now] : reactions.map((reaction) => (reaction.emoji === emoji ? now : reaction));
  return all.filter((reaction) => reaction.users.length > 0);
}
