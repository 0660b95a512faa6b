import type { Message } from '../../protocol/resources';
import { MessageText } from './MessageText';
import { useMentionResolver } from './mentions';

/** The body of an accepted message, with the names of those whom it mentions. */
export function MessageBody({ message }: { message: Message }) {
  return <MessageText body={message.body ?? ''} mention={useMentionResolver(message.mentions)} />;
}
