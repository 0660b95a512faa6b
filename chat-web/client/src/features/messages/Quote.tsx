import { words } from '../../i18n';
import { useChatState } from '../shared/context';
import { nameOf } from '../shared/names';

/** What a message answers, as far as it is here. */
export function Quote({ conv, pos }: { conv: number; pos: number }) {
  const people = useChatState((state) => state.people);
  const quoted = useChatState((state) => state.timelines.get(conv)?.items.find((item) => item.pos === pos));
  if (!quoted) return null;
  return (
    <blockquote className="quote" aria-label={words.messages.replyTo(nameOf(people, quoted.from))}>
      <strong>
        <bdi>{nameOf(people, quoted.from)}</bdi>
      </strong>
      <span>{quoted.revoked ? words.messages.removed : <bdi>{quoted.body}</bdi>}</span>
    </blockquote>
  );
}
