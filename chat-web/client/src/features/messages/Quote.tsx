import { texts } from '../../i18n';
import { useChatState } from '../shared/chatContext';
import { nameOf } from '../shared/names';

/** The message that a reply refers to; empty if it is not loaded. */
export function Quote({ conv, pos }: { conv: number; pos: number }) {
  const people = useChatState((state) => state.people);
  const quoted = useChatState((state) => state.timelines.get(conv)?.items.find((item) => item.pos === pos));
  if (!quoted) return null;
  return (
    <blockquote className="quote" aria-label={texts.messages.replyTo(nameOf(people, quoted.from))}>
      <strong>
        <bdi>{nameOf(people, quoted.from)}</bdi>
      </strong>
      <span>{quoted.revoked ? texts.messages.removed : <bdi>{quoted.body}</bdi>}</span>
    </blockquote>
  );
}
