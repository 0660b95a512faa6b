import { texts } from '../../i18n';
import { useExcerpt } from '../../markdown/useMarkdown';
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
  if (message.kind) return <NoticeLine message={message} />;
  if (message.revoked) return texts.messages.removed;
  if (message.missing) return texts.messages.missing;
  return <Text body={message.body ?? ''} from={message.from} kind={kind} />;
}

function Text({ body: source, from, kind }: { body: string; from?: number; kind: Props['kind'] }) {
  const me = useChatState((state) => state.me.id);
  const people = useChatState((state) => state.people);
  const body = useExcerpt(source);
  if (from === me) return <Isolated text={body} within={texts.list.fromMe} />;
  if (kind === 'direct') return <bdi>{body}</bdi>;
  return (
    <>
      <bdi>{nameOf(people, from)}</bdi>: <bdi>{body}</bdi>
    </>
  );
}
