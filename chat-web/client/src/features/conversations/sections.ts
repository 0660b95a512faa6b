import type { ConversationId, UserId } from '../../protocol/resources';
import type { OwnParts } from '../../state/ownParts';
import { isMuted } from '../../state/ownParts';
import { isMemberOf } from '../../state/permissions';
import type { Summary } from '../../state/summary';
import { byActivity } from '../../state/summary';
import type { ListFilter } from '../shared/shell';

export type SectionName = 'favourites' | 'channels' | 'direct';
export interface Section {
  name: SectionName;
  items: Summary[];
}

/** The sections of the list, without empty ones. Each conversation is in one of them, the latest first. */
export function sections(
  summaries: Iterable<Summary>,
  favourites: ReadonlySet<ConversationId>,
  filter: ListFilter,
  open: ConversationId | undefined,
  own: OwnParts,
  me: UserId,
): Section[] {
  const parts: Record<SectionName, Summary[]> = { favourites: [], channels: [], direct: [] };
  for (const summary of [...summaries].sort(byActivity)) {
    // The open conversation stays in the list after it has been read.
    // A public channel that is only read is not part of the list, unless it is open.
    if (summary.id !== open && !isMemberOf(summary, me)) continue;
    if (summary.id !== open && !matches(summary, filter, isMuted(own, summary.id))) continue;
    const name = favourites.has(summary.id) ? 'favourites' : summary.kind === 'group' ? 'channels' : 'direct';
    parts[name].push(summary);
  }
  return (['favourites', 'channels', 'direct'] as const)
    .map((name) => ({ name, items: parts[name] }))
    .filter(({ items }) => items.length > 0);
}

function matches(summary: Summary, filter: ListFilter, muted: boolean): boolean {
  const mentioned = (summary.mentions ?? 0) > 0;
  if (filter === 'unread') return summary.unread > 0 && (!muted || mentioned);
  if (filter === 'mentions') return mentioned;
  return true;
}

/** The conversation before or after the open one, in the order of the list. Muted ones are not unread. */
export function neighbour(
  list: readonly Section[],
  open: ConversationId | undefined,
  step: 1 | -1,
  unreadOnly: boolean,
  own: OwnParts,
): ConversationId | undefined {
  const items = list.flatMap((section) => section.items);
  const at = items.findIndex(({ id }) => id === open);
  const start = at < 0 ? (step > 0 ? -1 : items.length) : at;
  for (let i = start + step; i >= 0 && i < items.length; i += step) {
    const item = items[i];
    if (item && (!unreadOnly || (item.unread > 0 && !isMuted(own, item.id)))) return item.id;
  }
  return undefined;
}
