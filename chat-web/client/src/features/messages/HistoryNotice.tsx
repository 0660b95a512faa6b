import { texts } from '../../i18n';
import { failureText } from '../../i18n/failures';
import { useChat, useChatState } from '../shared/chatContext';

/** Reports that messages may be missing. */
export function HistoryNotice({ conv }: { conv: number }) {
  const chat = useChat();
  const failure = useChatState((state) => state.timelines.get(conv)?.failure);
  const loaded = useChatState((state) => state.timelines.get(conv)?.loaded);
  const fresh = useChatState((state) => state.timelines.get(conv)?.fresh);
  if (failure) {
    const older = failure.what === 'older';
    return (
      <div className="history-notice" role="status">
        <p>{older ? texts.messages.olderFailed : loaded ? texts.messages.catchingUp : texts.messages.failed}</p>
        {!older && !loaded && <p>{failureText(failure.error)}</p>}
        <button
          type="button"
          className="button"
          onClick={() => (older ? chat.history.older(conv) : chat.history.reload(conv))}
        >
          {texts.tryAgain}
        </button>
      </div>
    );
  }
  if (fresh === false) {
    return (
      <div className="history-notice" role="status">
        <p>{texts.messages.notFresh}</p>
      </div>
    );
  }
  return null;
}
