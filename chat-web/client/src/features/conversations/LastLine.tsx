import { texts } from '../../i18n';
import { useExcerpt } from '../../markdown/useMarkdown';
import type { Message } from '../../protocol/resources';
import { Isolated } from '../../ui/Isolated';
import { useChatState } from '../shared/chatContext';
import { nameOf } from '../shared/names';
import { NoticeLine } from '../shared/NoticeLine';
import { withNames } from '../shared/withNames';

interface Props {
  message: Message;
  kind: 'direct' | 'group';
}

/** The last message, in one line. */
export function LastLine({ message, kind }: Props) {
  if (message.kind) return <NoticeLine message={message} />;
  if (message.revoked) return texts.messages.removed;
  if (message.missing) return texts.messages.missing;
  return <Text message={message} kind={kind} />;
}

function Text({ message: { body = '', from, mentions, files }, kind }: Props) {
  const source = body || files?.[0]?.name || '';
  const me = useChatState((state) => state.me.id);
  const people = useChatState((state) => state.people);
  const text = withNames(useExcerpt(source), mentions?.users, people);
  if (from === me) return <Isolated text={text} within={texts.list.fromMe} />;
  if (kind === 'direct') return <bdi>{text}</bdi>;
  return (
    <>
      <bdi>{nameOf(people, from)}</bdi>: <bdi>{text}</bdi>
    </>
  );
}
