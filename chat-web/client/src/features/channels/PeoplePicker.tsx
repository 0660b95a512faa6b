import { useState } from 'react';
import { texts } from '../../i18n';
import type { User } from '../../protocol/resources';
import { Avatar } from '../../ui/Avatar';
import { Icon } from '../../ui/Icon';
import { usePeople } from '../directory/usePeople';
import { useChatState } from '../shared/chatContext';

const SHOWN = 8;

interface Props {
  chosen: readonly User[];
  onChange: (chosen: readonly User[]) => void;
  /** People who are not offered, because they are members already. */
  except?: readonly number[];
}

/** Chooses people by part of a name. */
export function PeoplePicker({ chosen, onChange, except = [] }: Props) {
  const me = useChatState((state) => state.me.id);
  const [q, setQ] = useState('');
  const { users } = usePeople(q.trim());
  const taken = [me, ...except, ...chosen.map(({ id }) => id)];
  const offered = users.filter(({ id }) => !taken.includes(id)).slice(0, SHOWN);

  function add(user: User) {
    onChange([...chosen, user]);
    setQ('');
  }

  return (
    <div className="picker">
      {chosen.length > 0 && (
        <ul className="picker__chosen" aria-label={texts.channel.members}>
          {chosen.map((user) => (
            <li key={user.id}>
              <bdi>{user.displayName}</bdi>
              <button
                type="button"
                aria-label={texts.channel.remove(user.displayName)}
                onClick={() => onChange(chosen.filter(({ id }) => id !== user.id))}
              >
                <Icon name="clear" size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        type="search"
        className="input"
        aria-label={texts.channel.findPeople}
        placeholder={texts.channel.findPeople}
        autoComplete="off"
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      {q.trim() !== '' && (
        <ul className="picker__offered">
          {offered.map((user) => (
            <li key={user.id}>
              <button
                type="button"
                className="person"
                data-testid="person"
                data-user={user.id}
                onClick={() => add(user)}
              >
                <Avatar id={user.id} name={user.displayName} small />
                <bdi>{user.displayName}</bdi>
                <span className="person__detail">@{user.username}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
