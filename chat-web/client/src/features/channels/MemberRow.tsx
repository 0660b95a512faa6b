import { channelTexts } from '../../i18n/enChannels';
import type { Member } from '../../protocol/resources';
import type { Summary } from '../../state/summary';
import { Avatar } from '../../ui/Avatar';
import { Icon } from '../../ui/Icon';
import { MenuButton } from '../../ui/MenuButton';
import { useChatState } from '../shared/chatContext';
import { nameOf } from '../shared/names';
import { PersonButton } from '../shared/PersonButton';
import { usePresence } from '../shared/presence';
import { StatusEmoji } from '../shared/StatusLine';
import type { MemberAction } from './memberActions';
import { memberMenu } from './memberActions';

interface Props {
  member: Member;
  summary: Summary;
  onAction: (action: MemberAction) => void;
}

/** A member with the role, unless it is the usual one, and the menu of what can be done. */
export function MemberRow({ member, summary, onAction }: Props) {
  const me = useChatState((state) => state.me.id);
  const name = useChatState((state) => nameOf(state.people, member.user));
  const presence = usePresence(member.user);
  const known: Record<string, string> = channelTexts.roles;
  const groups = memberMenu(member, summary, me);
  return (
    <li className="person" data-testid="member" data-user={member.user}>
      <Avatar id={member.user} name={name} presence={presence?.state} small />
      <PersonButton user={member.user} className="person__name">
        <bdi>{name}</bdi>
      </PersonButton>
      {presence && <StatusEmoji status={presence} />}
      {member.user === me && <span className="person__detail">{channelTexts.you}</span>}
      {member.role !== 'member' && <span className="person__detail">{known[member.role] ?? member.role}</span>}
      {groups.length > 0 && (
        <MenuButton
          label={channelTexts.memberActions(name)}
          groups={groups}
          // Menus close themselves after the action: what the action opens must come later.
          onAction={(id) => setTimeout(() => onAction(id as MemberAction))}
        >
          <Icon name="more" size={18} />
        </MenuButton>
      )}
    </li>
  );
}
