import { texts } from '../../i18n';
import { changeRefusalText } from '../../i18n/failures';
import { changeKey } from '../../state/changeQueue';
import type { TimelineMessage } from '../../state/timeline';
import { useChat, useChatState } from '../shared/chatContext';

/** The state of an unanswered or refused change. */
export function ChangeState({ message }: { message: TimelineMessage }) {
  const { changes } = useChat();
  const { conv, pos } = message;
  const changing = useChatState((state) => state.changing.get(changeKey(conv, pos)));
  if (!changing) return null;
  if (changing.failed === undefined)
    return <p className="message__changing">{texts.messages.changing[changing.kind]}</p>;
  return (
    <div className="message__actions">
      <p role="alert">{changeRefusalText(changing.failed)}</p>
      <button type="button" className="button button--small" onClick={() => changes.dismiss(conv, pos)}>
        {texts.messages.dismiss}
      </button>
    </div>
  );
}
