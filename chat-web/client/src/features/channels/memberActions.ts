import { channelTexts as channel } from '../../i18n/enChannels';
import type { Member, UserId } from '../../protocol/resources';
import { ROLES, isAllowed, roleOrder } from '../../state/groupPermissions';
import type { Summary } from '../../state/summary';
import type { MenuEntry, MenuGroup } from '../../ui/overlays/MenuPopover';

export type MemberAction = 'write' | 'owner' | 'moderator' | 'member' | 'handOver' | 'remove';

/** What this user can do with a member, as a menu. Without entries there is nothing. */
export function memberMenu(member: Member, summary: Summary, me: UserId): MenuGroup[] {
  const mine = member.user === me;
  const givesRoles = isAllowed(summary, me, 'manageRoles');
  const plain = roleOrder(member.role) === roleOrder('member');
  const removes = isAllowed(summary, me, plain ? 'removeMember' : 'manageRoles') && !mine;
  const handsOver = givesRoles && !mine && member.role !== 'owner';
  const groups: (MenuEntry & { id: MemberAction })[][] = [
    mine ? [] : [{ id: 'write', label: channel.write, icon: 'edit' }],
    [
      ...(givesRoles
        ? ROLES.filter((role) => role !== member.role).map((role) => ({ id: role, label: channel.make[role] }))
        : []),
      ...(handsOver ? [{ id: 'handOver' as const, label: channel.handOver }] : []),
    ],
    removes ? [{ id: 'remove', label: channel.removeMember, danger: true }] : [],
  ];
  return groups.filter((entries) => entries.length > 0).map((entries) => ({ entries }));
}

/** Whether the action is asked about first: what cannot be undone alone. */
export function isAskedFirst(action: MemberAction, member: Member, me: UserId): boolean {
  return action === 'remove' || action === 'handOver' || (member.user === me && action !== 'write');
}
