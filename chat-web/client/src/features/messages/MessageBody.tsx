import type { TimelineMessage } from '../../state/timeline';
import { MessageText } from './MessageText';
import { useMentionResolver } from './mentions';

/** The body of an accepted message, with the names of those whom it mentions. */
export function MessageBody({ message }: { message: TimelineMessage }) {
  return <MessageText body={message.body ?? ''} mention={useMentionResolver(message)} />;
}
