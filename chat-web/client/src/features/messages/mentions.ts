import { useMemo } from 'react';
import type { ResolveMention } from '../../markdown/MarkdownView';
import type { Member, User, UserId } from '../../protocol/resources';
import type { TimelineMessage } from '../../state/timeline';
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

/** Shows the names of members in a message that was sent from this page. */
export function memberResolver(
  members: readonly Member[] | undefined,
  people: ReadonlyMap<UserId, User>,
  me: UserId,
): ResolveMention {
  const isMember = members && new Set(members.map(({ user }) => user));
  const users = [...people.values()].filter(({ id }) => isMember?.has(id) ?? true).map(({ id }) => id);
  // The page does not know the members of a large channel.
  return mentionResolver({ users, everyone: 'channel' }, people, me) ?? (() => undefined);
}

export function useMentionResolver({ conv, mentions, sentHere }: TimelineMessage): ResolveMention | undefined {
  const people = useChatState((state) => state.people);
  const me = useChatState((state) => state.me.id);
  const own = sentHere === true && mentions === undefined;
  const members = useChatState((state) => (own ? state.summaries.get(conv)?.members : undefined));
  return useMemo(
    () => (own ? memberResolver(members, people, me) : mentionResolver(mentions, people, me)),
    [own, members, mentions, people, me],
  );
}
