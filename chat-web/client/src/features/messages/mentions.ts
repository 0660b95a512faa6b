import { useMemo } from 'react';
import type { ResolveMention } from '../../markdown/MarkdownView';
import type { User, UserId } from '../../protocol/resources';
import { useChatState } from '../shared/chatContext';

/** Who a message mentions, as the server has resolved it. */
export interface MessageMentions {
  users: readonly UserId[];
  everyone?: 'channel' | 'here';
}

/** Shows the names of those whom the message mentions. */
export function mentionResolver(
  mentions: MessageMentions | undefined,
  people: ReadonlyMap<UserId, User>,
  me: UserId,
): ResolveMention | undefined {
  if (!mentions || (!mentions.users.length && !mentions.everyone)) return undefined;
  const byName = new Map(mentions.users.map((id) => [people.get(id)?.username, people.get(id)]));
  return (name) => {
    if (name === 'channel' || name === 'here') return mentions.everyone ? { label: `@${name}`, me: true } : undefined;
    const user = byName.get(name);
    return user && { label: `@${user.displayName}`, me: user.id === me, user: user.id };
  };
}

export function useMentionResolver(mentions: MessageMentions | undefined): ResolveMention | undefined {
  const people = useChatState((state) => state.people);
  const me = useChatState((state) => state.me.id);
  return useMemo(() => mentionResolver(mentions, people, me), [mentions, people, me]);
}
