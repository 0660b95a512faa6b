import { words } from '../../i18n';
import type { ChatState } from '../../state/chatState';
import type { Summary } from '../../state/summary';
import { partner } from '../../state/summary';

export function nameOf(people: ChatState['people'], id: number | undefined): string {
  if (id === undefined) return '';
  return people.get(id)?.displayName || words.somebody(id);
}

/** A group's own title; of a direct conversation, the other's name. */
export function titleOf(summary: Summary, people: ChatState['people'], me: number): string {
  if (summary.title) return summary.title;
  const other = partner(summary, me);
  return summary.kind === 'direct' ? nameOf(people, other ?? me) : words.list.group;
}
