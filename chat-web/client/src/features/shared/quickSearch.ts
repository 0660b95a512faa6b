import type { User, UserId } from '../../protocol/resources';
import type { ChatState } from '../../state/chatState';
import type { Summary } from '../../state/summary';
import { byActivity, partner } from '../../state/summary';
import { wordsRank } from '../../text/search';
import { titleOf } from './names';

/** A result: a conversation, or a person without one. */
export type Found =
  | { kind: 'conversation'; id: string; title: string; detail: string; summary: Summary; user?: User }
  | { kind: 'person'; id: string; title: string; detail: string; user: User };

const MAX_RESULTS = 30;

/** Conversations and people by any part of a name: unread conversations first, then the best matches, then the latest. */
export function quickSearch(
  { summaries, people, me }: Pick<ChatState, 'summaries' | 'people' | 'me'>,
  found: readonly User[],
  query: string,
  peopleOnly = false,
): Found[] {
  const ranked: { found: Found; unread: boolean; rank: number }[] = [];
  const partners = new Set<UserId>();
  for (const summary of [...summaries.values()].sort(byActivity)) {
    const other = partner(summary, me.id);
    const user = other === undefined ? undefined : people.get(other);
    if (peopleOnly && !user) continue;
    const title = titleOf(summary, people, me.id);
    const rank = bestRank([title, user?.username], query);
    if (other !== undefined) partners.add(other);
    if (rank === undefined) continue;
    const detail = user ? `@${user.username}` : (summary.topic ?? '');
    ranked.push({
      found: { kind: 'conversation', id: `c${summary.id}`, title, detail, summary, user },
      unread: summary.unread > 0,
      rank,
    });
  }
  for (const user of new Map([...people.values(), ...found].map((each) => [each.id, each])).values()) {
    if (user.id === me.id || partners.has(user.id) || !user.username) continue;
    const rank = bestRank([user.displayName, user.username], query);
    if (rank === undefined || (query.trim() === '' && !peopleOnly)) continue;
    const detail = `@${user.username}`;
    ranked.push({
      found: { kind: 'person', id: `u${user.id}`, title: user.displayName, detail, user },
      unread: false,
      rank,
    });
  }
  // The sort is stable: equal ones stay in the order of their activity.
  ranked.sort((a, b) => Number(b.unread) - Number(a.unread) || a.rank - b.rank);
  return ranked.slice(0, MAX_RESULTS).map((each) => each.found);
}

/** The best of several names; the query may also be spread over them. */
function bestRank(names: readonly (string | undefined)[], query: string): number | undefined {
  const plain = query.replace(/^[@#]/, '');
  const ranks = names.flatMap((name) => (name === undefined ? [] : (wordsRank(name, plain) ?? [])));
  return ranks.length ? Math.min(...ranks) : wordsRank(names.join(' '), plain);
}
