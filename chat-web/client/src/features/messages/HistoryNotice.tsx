import { texts } from '../../i18n';
import { failureText } from '../../i18n/failures';
import type { ShownPart } from '../../state/shownPart';
import { StatusRegion } from '../../ui/StatusRegion';
import { useChat, useChatState } from '../shared/chatContext';

interface Props {
  conv: number;
  part: ShownPart;
}

/** Reports that messages may be missing. */
export function HistoryNotice({ conv, part }: Props) {
  const chat = useChat();
  const { failure, loaded, fresh } = part;
  const jumpFailed = useChatState((state) => state.jumpFailed === conv);
  if (jumpFailed) {
    return (
      <StatusRegion className="history-notice">
        <p>{texts.messages.jumpFailed}</p>
        <button type="button" className="button" onClick={() => chat.reader.again()}>
          {texts.tryAgain}
        </button>
      </StatusRegion>
    );
  }
  if (!failure && fresh) return null;
  if (!failure) {
    return (
      <StatusRegion className="history-notice">
        <p>{texts.messages.notFresh}</p>
      </StatusRegion>
    );
  }
  function again() {
    if (failure?.what === 'older') chat.reader.older(conv);
    else if (failure?.what === 'newer') chat.reader.newer(conv);
    else chat.history.reload(conv);
  }
  const { messages } = texts;
  const reasons = {
    older: messages.olderFailed,
    newer: messages.newerFailed,
    newest: loaded ? messages.catchingUp : messages.failed,
  };
  return (
    <StatusRegion className="history-notice">
      <p>{reasons[failure.what]}</p>
      {failure.what === 'newest' && !loaded && <p>{failureText(failure.error)}</p>}
      <button type="button" className="button" onClick={again}>
        {texts.tryAgain}
      </button>
    </StatusRegion>
  );
}
