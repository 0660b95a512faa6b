import { words } from '../../i18n';
import { troubleWords } from '../../i18n/trouble';
import { useChat, useChatState } from '../chat/context';

/** Says where the messages shown may not be all there are. */
export function HistoryNotice({ conv }: { conv: number }) {
  const chat = useChat();
  const trouble = useChatState((state) => state.timelines.get(conv)?.trouble);
  const loaded = useChatState((state) => state.timelines.get(conv)?.loaded);
  const fresh = useChatState((state) => state.timelines.get(conv)?.fresh);
  if (trouble) {
    const older = trouble.what === 'older';
    return (
      <div className="history-notice" role="status">
        <p>{older ? words.messages.olderFailed : loaded ? words.messages.catchingUp : words.messages.failed}</p>
        {!older && !loaded && <p>{troubleWords(trouble.error)}</p>}
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
