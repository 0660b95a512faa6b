import { texts } from '../../i18n';
import type { TimelineMessage } from '../../state/timeline';
import { useChatState } from '../shared/chatContext';
import { nameOf } from '../shared/names';

interface Props {
  message: TimelineMessage;
  onReact: (emoji: string) => void;
  disabled?: boolean;
  /** Whether they are in the tab order: those of one message at a time are. */
  current?: boolean;
}

/** The reactions to a message. A click adds the own one, or removes it. Who reacted is in the name of each. */
export function Reactions({ message, onReact, disabled, current = false }: Props) {
  const people = useChatState((state) => state.people);
  const me = useChatState((state) => state.me.id);
  const { reactions = [] } = message;
  if (!reactions.length) return null;
  return (
    <ul className="reactions">
      {reactions.map(({ emoji, users }) => {
        const label = texts.messages.reaction(emoji, users.map((user) => nameOf(people, user)).join(', '));
        return (
          <li key={emoji}>
            <button
              type="button"
              className="reaction"
              aria-pressed={users.includes(me)}
              title={label}
              disabled={disabled}
              tabIndex={current ? 0 : -1}
              onClick={() => onReact(emoji)}
            >
              <span aria-hidden="true">
                {emoji} {users.length}
              </span>
              <span className="visually-hidden">{label}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
