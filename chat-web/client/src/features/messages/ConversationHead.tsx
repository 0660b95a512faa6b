import { useEffect, useRef } from 'react';
import { isNarrow } from '../../a11y/narrow';
import { words } from '../../i18n';
import { shortTime } from '../../i18n/time';
import type { Summary } from '../../state/summary';
import { partner } from '../../state/summary';
import { Avatar } from '../../ui/Avatar';
import { IconButton } from '../../ui/IconButton';
import { Isolated } from '../../ui/Isolated';
import { useChatState } from '../shared/context';
import { nameOf } from '../shared/names';
import { goTo } from '../shared/useRoute';

interface Props {
  conv: number;
  summary: Summary | undefined;
  title: string;
}

export function ConversationHead({ conv, summary, title }: Props) {
  const me = useChatState((state) => state.me.id);
  const other = summary && partner(summary, me);
  const presence = useChatState((state) => (other === undefined ? undefined : state.presence.get(other)));
  const heading = useRef<HTMLHeadingElement>(null);

  // Where the composer would bring up a keyboard over half of the screen, reading comes first.
  useEffect(() => {
    if (isNarrow()) heading.current?.focus();
  }, []);

  return (
    <header className="head">
      <IconButton icon="back" label={words.messages.back} className="head__back" onClick={() => goTo(undefined)} />
      <Avatar id={other ?? conv} name={title} group={summary?.kind === 'group'} online={presence?.online} />
      <div className="head__text">
        <h1 ref={heading} tabIndex={-1}>
          {title ? <bdi>{title}</bdi> : words.loading}
        </h1>
        <p>
          <Typing conv={conv} /> {summary?.kind === 'group' && words.messages.members(summary.memberCount)}
          {presence?.online && words.messages.online}
          {presence && !presence.online && offlineWords(presence.lastSeen)}
        </p>
      </div>
    </header>
  );
}

function offlineWords(lastSeen: string | undefined) {
  return lastSeen ? words.messages.lastSeen(shortTime(lastSeen)) : words.messages.offline;
}

function Typing({ conv }: { conv: number }) {
  const typists = useChatState((state) => state.typing.get(conv));
  const people = useChatState((state) => state.people);
  if (!typists?.length) return null;
  const { messages } = words;
  const one = typists.length === 1 && nameOf(people, typists[0]);
  return (
    <em className="head__typing">
      {one ? (
        <Isolated text={one} within={(name) => messages.typing(messages.isTyping(name))} />
      ) : (
        messages.typing(messages.areTyping(typists.length))
      )}
    </em>
  );
}
