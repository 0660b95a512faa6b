import { texts } from '../../i18n';
import { Icon } from '../../ui/Icon';
import { useChatState } from '../shared/chatContext';

interface Props {
  conv: number;
  onClick: () => void;
}

/** The button to the end of the list, with the number of unread messages. */
export function JumpToLatest({ conv, onClick }: Props) {
  const unread = useChatState((state) => state.summaries.get(conv)?.unread ?? 0);
  const label = unread ? texts.messages.newBelow(unread) : texts.messages.newest;
  return (
    <button
      type="button"
      className={`messages__down ${unread ? 'messages__down--new' : ''}`}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <Icon name="down" />
      {unread > 0 && <span aria-hidden="true">{unread}</span>}
    </button>
  );
}
