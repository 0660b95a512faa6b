import { texts } from '../../i18n';
import type { User } from '../../protocol/resources';
import { Avatar } from '../../ui/Avatar';
import { useChatState } from '../shared/chatContext';

interface Props {
  user: User;
  onOpen: (user: User) => void;
}

export function Person({ user, onOpen }: Props) {
  const online = useChatState((state) => state.presence.get(user.id)?.online === true);
  return (
    <li>
      <button type="button" className="item" data-testid="person" data-user={user.id} onClick={() => onOpen(user)}>
        <Avatar id={user.id} name={user.displayName} online={online} />
        <span className="item__text">
          <span className="item__title">
            <bdi>{user.displayName}</bdi>
          </span>
          {online && <span className="visually-hidden">{texts.list.online}</span>}
          <span className="item__line">@{user.username}</span>
        </span>
      </button>
    </li>
  );
}
