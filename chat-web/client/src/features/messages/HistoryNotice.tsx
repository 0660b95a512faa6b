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
    return (
      <div className="history-notice" role="status">
        <p>{loaded ? words.messages.catchingUp : words.messages.failed}</p>
        {!loaded && <p>{troubleWords(trouble)}</p>}
        <button type="button" className="button" onClick={() => chat.history.reload(conv)}>
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
