import type { Conversation, UserId } from '../protocol/resources';
import type { Summary } from './summary';
import { roleOf } from './summary';

/** What a member can do in a channel, as on the server: the least role that may, and whether an archived one allows it. */
const actions = {
  send: { least: 'member', whileArchived: false },
  edit: { least: 'member', whileArchived: false },
  react: { least: 'member', whileArchived: false },
  revokeOwn: { least: 'member', whileArchived: false },
  revokeOthers: { least: 'moderator', whileArchived: false },
  /** Change name or topic. */
  describe: { least: 'moderator', whileArchived: false },
  /** Change who can join, who can write, and what new members read. */
  configure: { least: 'owner', whileArchived: false },
  /** Archive or restore. */
  archive: { least: 'owner', whileArchived: true },
  addMember: { least: 'moderator', whileArchived: false },
  /** Remove a member who is neither owner nor moderator. */
  removeMember: { least: 'moderator', whileArchived: true },
  /** Change a role, or remove an owner or moderator. */
  manageRoles: { least: 'owner', whileArchived: true },
  leave: { least: 'member', whileArchived: true },
} as const;

export type GroupAction = keyof typeof actions;

export const ROLES = ['owner', 'moderator', 'member'] as const;

/** Owners come first. A role of a later version of the server counts as the least one. */
export const roleOrder = (role: string | undefined) =>
  role === 'owner' || role === 'moderator' ? ROLES.indexOf(role) : ROLES.length - 1;

/** Public channels can be read by people who are no members. The server sends the role of those who are. */
export function isMember(conversation: Conversation, user: UserId): boolean {
  const { kind, visibility } = conversation;
  return kind === 'direct' || visibility !== 'public' || roleOf(conversation, user) !== undefined;
}

/** Whether this user may do it. Only for display: the server enforces it. */
export function isAllowed(summary: Summary, me: UserId, action: GroupAction): boolean {
  if (summary.kind === 'direct') return action !== 'revokeOthers';
  if (!isMember(summary, me)) return false;
  const { least, whileArchived } = actions[action];
  const role = roleOrder(roleOf(summary, me));
  if (role > roleOrder(least) || (summary.archived === true && !whileArchived)) return false;
  const writes = action === 'send' || action === 'edit';
  return !writes || summary.posting !== 'moderators' || role <= roleOrder('moderator');
}

export type WhyClosed = 'notMember' | 'archived' | 'moderatorsOnly';

/** Why this user cannot write; undefined if they can. */
export function whyNotWrite(summary: Summary, me: UserId): WhyClosed | undefined {
  if (isAllowed(summary, me, 'send')) return undefined;
  if (!isMember(summary, me)) return 'notMember';
  return summary.archived ? 'archived' : 'moderatorsOnly';
}

/** What a user may do with the messages and the settings of a conversation. */
export interface Permissions {
  isMember: boolean;
  /** Why this user cannot write; undefined if they can. */
  closed?: WhyClosed;
  /** Send and edit messages. */
  write: boolean;
  /** React, and delete own messages. */
  react: boolean;
  /** Delete messages of others. */
  revokeOthers: boolean;
  addMembers: boolean;
  /** Has the role of a moderator or owner: sees reports. */
  moderate: boolean;
}

/** What has not been loaded is treated like a direct conversation. */
export function permissionsIn(summary: Summary | undefined, user: UserId): Permissions {
  const may = (action: GroupAction) => (summary ? isAllowed(summary, user, action) : action !== 'revokeOthers');
  const role = summary && roleOf(summary, user);
  return {
    isMember: !summary || isMember(summary, user),
    closed: summary && whyNotWrite(summary, user),
    write: may('send'),
    react: may('react'),
    revokeOthers: may('revokeOthers'),
    addMembers: summary?.kind === 'group' && may('addMember'),
    moderate: role === 'owner' || role === 'moderator',
  };
}
