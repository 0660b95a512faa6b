import type { Member, UserId } from '../../protocol/resources';
import { roleOrder } from '../../state/groupPermissions';
import { wordsRank } from '../../text/search';

/** Owners first, then moderators, then the others, each by name. Only those whose name matches the query. */
export function listedMembers(
  members: readonly Member[],
  nameOf: (user: UserId) => string,
  query: string,
): readonly Member[] {
  const matches = ({ user, username = '' }: Member) =>
    query.trim() === '' || wordsRank(`${nameOf(user)} ${username}`, query) !== undefined;
  return members
    .filter(matches)
    .sort(
      (a, b) =>
        roleOrder(a.role) - roleOrder(b.role) || nameOf(a.user).localeCompare(nameOf(b.user)) || a.user - b.user,
    );
}
