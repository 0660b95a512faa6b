import type { Folder } from '../../protocol/ownState';
import type { ConversationId, UserId } from '../../protocol/resources';
import type { OwnParts } from '../../state/ownParts';
import { isMember } from '../../state/groupPermissions';
import { isMuted } from '../../state/ownParts';
import type { Summary } from '../../state/summary';
import { byActivity } from '../../state/summary';
import type { ListFilter } from '../shared/shell';

type SectionName = 'favourites' | 'channels' | 'direct';
export type Section = { items: Summary[] } & (
  | { id: SectionName; folder?: undefined }
  /** Made by the user. */
  | { id: `folder-${string}`; folder: Folder }
);

/**
 * The sections of the list, the latest conversation first in each. A conversation is in one of them: favourites come
 * before the sections that the user has made, and those before channels and direct messages. Sections without
 * conversations are left out, except those of the user, which are shown without a filter.
 */
export function sections(
  summaries: Iterable<Summary>,
  favourites: ReadonlySet<ConversationId>,
  filter: ListFilter,
  open: ConversationId | undefined,
  own: OwnParts,
  me: UserId,
): Section[] {
  const { folders } = own.sidebar;
  const parts: Record<SectionName, Section> = {
    favourites: { id: 'favourites', items: [] },
    channels: { id: 'channels', items: [] },
    direct: { id: 'direct', items: [] },
  };
  const made = folders.map((folder): Section => ({ id: `folder-${folder.id}`, folder, items: [] }));
  const folderOf = new Map(folders.flatMap(({ conversations }, i) => conversations.map((conv) => [conv, made[i]])));
  for (const summary of [...summaries].sort(byActivity)) {
    const isOpen = summary.id === open;
    // A public channel that is only read is not part of the list, unless it is open.
    if (!isOpen && !isMember(summary, me)) continue;
    // The open conversation stays in the list after it has been read.
    if (!isOpen && !matches(summary, filter, isMuted(own, summary.id))) continue;
    const byKind = summary.kind === 'group' ? parts.channels : parts.direct;
    const section = favourites.has(summary.id) ? parts.favourites : (folderOf.get(summary.id) ?? byKind);
    // A closed section still shows what is unread.
    if (filter === 'all' && section.folder?.collapsed && !isOpen && summary.unread === 0) continue;
    section.items.push(summary);
  }
  return [parts.favourites, ...made, parts.channels, parts.direct].filter(
    ({ items, folder }) => items.length > 0 || (filter === 'all' && folder !== undefined),
  );
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
