import { texts } from '../../i18n';
import type { TimelineMessage } from '../../state/timeline';
import { knownReaders } from '../../state/readers';
import { Avatar } from '../../ui/Avatar';
import { useChatState } from '../shared/chatContext';
import { nameOf } from '../shared/names';

const MAX_SHOWN = 4;

interface Props {
  message: TimelineMessage;
  onOpen: () => void;
}

/** Small avatars of those who have read the last own message of a channel, as far as the page receives receipts. */
export function ReadBy({ message, onOpen }: Props) {
  const people = useChatState((state) => state.people);
  const summary = useChatState((state) => state.summaries.get(message.conv));
  const readers = knownReaders(summary, message.pos, message.from)?.read ?? [];
  if (readers.length === 0) return null;
  const shown = readers.slice(0, MAX_SHOWN);
  const names = shown.map((user) => nameOf(people, user)).join(', ');
  const label = texts.messages.readByNames(names, readers.length - shown.length);
  return (
    <button
      type="button"
      className="read-by"
      data-testid="read-by"
      tabIndex={-1}
      aria-label={label}
      title={label}
      onClick={onOpen}
    >
      {shown.map((user) => (
        <Avatar key={user} id={user} name={nameOf(people, user)} tiny />
      ))}
      {readers.length > shown.length && <span aria-hidden="true">+{readers.length - shown.length}</span>}
    </button>
  );
}
