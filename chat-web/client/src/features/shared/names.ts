import { texts } from '../../i18n';
import type { User, UserId } from '../../protocol/resources';
import type { Summary } from '../../state/summary';
import { partner } from '../../state/summary';

/** The name of a user. The lookup of an unknown user loads the name, which is then shown. */
export function nameOf(people: ReadonlyMap<UserId, User>, id: number | undefined): string {
  if (id === undefined) return '';
  return people.get(id)?.displayName || texts.unknownUser(id);
}

/** The title of a group, or the name of the other user of a direct conversation. */
export function titleOf(summary: Summary, people: ReadonlyMap<UserId, User>, me: number): string {
  if (summary.title) return summary.title;
  const other = partner(summary, me);
  return summary.kind === 'direct' ? nameOf(people, other ?? me) : texts.list.group;
}
