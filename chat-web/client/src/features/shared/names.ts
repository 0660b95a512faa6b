import { texts } from '../../i18n';
import type { ChatState } from '../../state/chatState';
import type { Summary } from '../../state/summary';
import { partner } from '../../state/summary';

export function nameOf(people: ChatState['people'], id: number | undefined): string {
  if (id === undefined) return '';
  return people.get(id)?.displayName || texts.unknownUser(id);
}

/** The title of a group, or the name of the other user of a direct conversation. */
export function titleOf(summary: Summary, people: ChatState['people'], me: number): string {
  if (summary.title) return summary.title;
  const other = partner(summary, me);
  return summary.kind === 'direct' ? nameOf(people, other ?? me) : texts.list.group;
}
