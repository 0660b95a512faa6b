import type { UserId } from '../protocol/resources';
import type { Summary } from './summary';
import { roleOf } from './summary';

/** What a user may do in a conversation. Only for display: the server enforces it. */
export interface Permissions {
  isMember: boolean;
  /** Send and edit messages. */
  write: boolean;
  /** React, and delete own messages. */
  react: boolean;
  /** Delete messages of others, change title and topic, add and remove members, see reports. */
  moderate: boolean;
  /** Change everything else, and give roles. */
  own: boolean;
}

const everything = { isMember: true, write: true, react: true, moderate: false, own: false };

export function permissionsIn(summary: Summary | undefined, user: UserId): Permissions {
  if (!summary || summary.kind === 'direct') return everything;
  const role = roleOf(summary, user);
  const own = role === 'owner';
  const moderate = own || role === 'moderator';
  const isMember = isMemberOf(summary, user);
  const react = isMember && !summary.archived;
  return { isMember, write: react && (summary.posting !== 'moderators' || moderate), react, moderate, own };
}

/** Public channels can be read without being a member. Earlier servers do not send the role. */
export function isMemberOf(summary: Summary, user: UserId): boolean {
  return summary.kind === 'direct' || summary.visibility !== 'public' || roleOf(summary, user) !== undefined;
}
