import { texts } from '../../i18n';
import { Isolated } from '../../ui/Isolated';
import { useChatState } from '../shared/chatContext';

/** Reports that the conversation that was open or asked for cannot be shown any more. */
export function GoneNotice() {
  const gone = useChatState((state) => state.gone);
  if (!gone) return null;
  return (
    <p className="notice" role="status">
      {gone.title ? <Isolated text={gone.title} within={texts.chat.gone} /> : texts.chat.goneUnknown}
    </p>
  );
}
