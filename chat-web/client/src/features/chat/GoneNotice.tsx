import { texts } from '../../i18n';
import { Isolated } from '../../ui/Isolated';
import { StatusRegion } from '../../ui/StatusRegion';
import { useChatState } from '../shared/chatContext';

/** Reports that the conversation that was open or asked for cannot be shown any more. */
export function GoneNotice() {
  const gone = useChatState((state) => state.gone);
  if (!gone) return null;
  return (
    <StatusRegion>
      <p className="notice">
        {gone.title ? (
          <Isolated text={gone.title} within={gone.left ? texts.chat.left : texts.chat.gone} />
        ) : (
          texts.chat.goneUnknown
        )}
      </p>
    </StatusRegion>
  );
}
