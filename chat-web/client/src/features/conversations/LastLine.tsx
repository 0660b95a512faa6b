import { texts } from '../../i18n';
import type { Message } from '../../protocol/resources';
import { Isolated } from '../../ui/Isolated';
import { useChatState } from '../shared/chatContext';
import { nameOf } from '../shared/names';
import { NoticeLine } from '../shared/NoticeLine';

interface Props {
  message: Message;
  kind: 'direct' | 'group';
}

/** The last message, in one line. */
export function LastLine({ message, kind }: Props) {
  const me = useChatState((state) => state.me.id);
  const people = useChatState((state) => state.people);
  if (message.kind) return <NoticeLine message={message} />;
  if (message.revoked) return texts.messages.removed;
  const body = message.body ?? '';
  if (message.from === me) return <Isolated text={body} within={texts.list.fromMe} />;
  if (kind === 'direct') return <bdi>{body}</bdi>;
  return (
    <>
      <bdi>{nameOf(people, message.from)}</bdi>: <bdi>{body}</bdi>
    </>
  );
}
