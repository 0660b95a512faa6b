import { words } from '../../i18n';
import { IconButton } from '../../ui/IconButton';
import { useChatState } from '../shared/context';

interface Props {
  conv: number;
  onClick: () => void;
}

/** The way back to the end, and whether something new is there. */
export function ToNewest({ conv, onClick }: Props) {
  const news = useChatState((state) => (state.summaries.get(conv)?.unread ?? 0) > 0);
  const label = news ? words.messages.newBelow : words.messages.newest;
  return (
    <IconButton
      icon="down"
      label={label}
      className={`messages__down ${news ? 'messages__down--new' : ''}`}
      onClick={onClick}
    />
  );
}
