import type { User, UserId } from '../../protocol/resources';

/** The text with the names of those whom it mentions, instead of their usernames. */
export function withNames(text: string, mentioned: readonly UserId[] = [], people: ReadonlyMap<UserId, User>): string {
  return mentioned.reduce((before, id) => {
    const { username, displayName } = people.get(id) ?? {};
    if (!username || displayName === undefined) return before;
    const mention = new RegExp(`@${username.replaceAll('.', '\\.')}(?![\\w-]|\\.\\w)`, 'giu');
    return before.replace(mention, () => `@${displayName}`);
  }, text);
}
