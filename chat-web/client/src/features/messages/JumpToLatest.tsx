import { texts } from '../../i18n';
import { IconButton } from '../../ui/IconButton';
import { useChatState } from '../shared/chatContext';

interface Props {
  conv: number;
  onClick: () => void;
}

/** The button to the end of the list, which also shows whether there are unread messages. */
export function JumpToLatest({ conv, onClick }: Props) {
  const news = useChatState((state) => (state.summaries.get(conv)?.unread ?? 0) > 0);
  const label = news ? texts.messages.newBelow : texts.messages.newest;
  return (
    <IconButton
      icon="down"
      label={label}
      className={`messages__down ${news ? 'messages__down--new' : ''}`}
      onClick={onClick}
    />
  );
}
