import { texts } from '../../i18n';
import type { Reaction } from '../../protocol/resources';
import { useChatState } from '../shared/chatContext';
import { nameOf } from '../shared/names';

export function Reactions({ reactions }: { reactions: Reaction[] }) {
  const people = useChatState((state) => state.people);
  if (!reactions.length) return null;
  return (
    <ul className="reactions">
      {reactions.map(({ emoji, users }) => {
        const label = texts.messages.reaction(emoji, users.map((user) => nameOf(people, user)).join(', '));
        return (
          <li key={emoji} title={label}>
            <span aria-hidden="true">
              {emoji} {users.length > 1 && users.length}
            </span>
            <span className="visually-hidden">{label}</span>
          </li>
        );
      })}
    </ul>
  );
}
