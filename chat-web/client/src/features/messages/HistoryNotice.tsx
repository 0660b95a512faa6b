import { words } from '../../i18n';
import { failureText } from '../../i18n/failures';
import { useChat, useChatState } from '../shared/context';

/** Says where the messages shown may not be all there are. */
export function HistoryNotice({ conv }: { conv: number }) {
  const chat = useChat();
  const failure = useChatState((state) => state.timelines.get(conv)?.failure);
  const loaded = useChatState((state) => state.timelines.get(conv)?.loaded);
  const fresh = useChatState((state) => state.timelines.get(conv)?.fresh);
  if (failure) {
    const older = failure.what === 'older';
    return (
      <div className="history-notice" role="status">
        <p>{older ? words.messages.olderFailed : loaded ? words.messages.catchingUp : words.messages.failed}</p>
        {!older && !loaded && <p>{failureText(failure.error)}</p>}
        <button
          type="button"
          className="button"
          onClick={() => (older ? chat.history.older(conv) : chat.history.reload(conv))}
        >
          {words.tryAgain}
        </button>
      </div>
    );
  }
  if (fresh === false) {
    return (
      <div className="history-notice" role="status">
        <p>{words.messages.notFresh}</p>
      </div>
    );
  }
  return null;
}
