import { useEffect, useRef, useState } from 'react';
import { isNarrow } from '../../a11y/isNarrow';
import { texts } from '../../i18n';
import type { UserId } from '../../protocol/resources';
import type { Summary } from '../../state/summary';
import { partner } from '../../state/summary';
import { Avatar } from '../../ui/Avatar';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { IsolatedParts } from '../../ui/IsolatedParts';
import { useChatState } from '../shared/chatContext';
import { nameOf } from '../shared/names';
import { PersonButton } from '../shared/PersonButton';
import { ProfilePopover } from '../shared/ProfilePopover';
import { presenceText, usePresence, useWatch } from '../shared/presence';
import { StatusLine } from '../shared/StatusLine';
import { showDetails, showFiles, useShell } from '../shared/shell';
import { navigation } from '../shared/useRoute';

interface Props {
  conv: number;
  summary: Summary | undefined;
  title: string;
}

export function ConversationHead({ conv, summary, title }: Props) {
  const me = useChatState((state) => state.me.id);
  const details = useShell((state) => state.details);
  const files = useShell((state) => state.files);
  const other = summary && partner(summary, me);
  const presence = usePresence(other);
  // The list only asks for the people at its top.
  useWatch('open', other === undefined ? [] : [other]);
  const heading = useRef<HTMLHeadingElement>(null);
  const state = useRef<HTMLParagraphElement>(null);
  const [typist, setTypist] = useState<UserId>();
  const group = summary?.kind === 'group';

  // Focusing the composer would open the on-screen keyboard of a phone, so focus the heading.
  useEffect(() => {
    if (isNarrow()) heading.current?.focus();
  }, []);

  return (
    <header className="head">
      <div className="head__column">
        <IconButton icon="back" label={texts.messages.back} className="head__back" onClick={() => navigation.close()} />
        <Avatar
          id={other ?? conv}
          name={title}
          group={group}
          private={summary?.visibility !== 'public'}
          presence={presence?.state}
        />
        <div className="head__text">
          <h1 ref={heading} tabIndex={-1}>
            {!title ? (
              texts.loading
            ) : other === undefined ? (
              <bdi>{title}</bdi>
            ) : (
              <PersonButton user={other}>
                <bdi>{title}</bdi>
              </PersonButton>
            )}
          </h1>
          <p className="head__state" ref={state}>
            {group && <span>{texts.channel.memberCount(summary.memberCount)}</span>}
            {presence && <span>{presenceText(presence)}</span>}
            {presence && <StatusLine status={presence} />}
            {summary?.topic && <bdi className="head__topic">{summary.topic}</bdi>}
            <Typing conv={conv} onOpen={setTypist} />
          </p>
          {/* The name disappears when the person stops typing; the card stays. */}
          {typist !== undefined && (
            <ProfilePopover user={typist} triggerRef={state} onClose={() => setTypist(undefined)} />
          )}
        </div>
        {summary && (
          <button
            type="button"
            className="icon-button head__files"
            data-opens="files"
            aria-label={files ? texts.channel.closeFiles : texts.channel.files}
            title={files ? texts.channel.closeFiles : texts.channel.files}
            aria-expanded={files}
            onClick={() => showFiles(!files)}
          >
            <Icon name="attach" />
          </button>
        )}
        {summary && (
          <button
            type="button"
            className="icon-button"
            aria-label={details ? texts.channel.closeDetails : texts.channel.details}
            title={details ? texts.channel.closeDetails : texts.channel.details}
            aria-expanded={details}
            onClick={() => showDetails(!details)}
          >
            <Icon name="details" />
          </button>
        )}
      </div>
    </header>
  );
}

function Typing({ conv, onOpen }: { conv: number; onOpen: (user: UserId) => void }) {
  const typists = useChatState((state) => state.typing.get(conv));
  const people = useChatState((state) => state.people);
  if (!typists?.length) return null;
  const { messages } = texts;
  const [one] = typists;
  return (
    <em className="head__typing">
      {one !== undefined && typists.length === 1 ? (
        <IsolatedParts
          parts={[nameOf(people, one)]}
          within={(name = '') => messages.typing(messages.isTyping(name))}
          render={(name) => (
            <button type="button" className="name-button" aria-haspopup="dialog" onClick={() => onOpen(one)}>
              {name}
            </button>
          )}
        />
      ) : (
        messages.typing(messages.areTyping(typists.length))
      )}
    </em>
  );
}
