import { memo, useRef, useState, useSyncExternalStore } from 'react';
import { texts } from '../../i18n';
import { shortTime, fullTime } from '../../i18n/time';
import { isMuted } from '../../state/ownParts';
import type { Summary } from '../../state/summary';
import { partner } from '../../state/summary';
import { Avatar } from '../../ui/Avatar';
import { Icon } from '../../ui/Icon';
import { Isolated } from '../../ui/Isolated';
import { useChat, useChatState } from '../shared/chatContext';
import { titleOf } from '../shared/names';
import { usePresence } from '../shared/presence';
import { StatusEmoji } from '../shared/StatusLine';
import { conversationHref } from '../shared/useRoute';
import { ConversationMenu } from './ConversationMenu';
import { LastLine } from './LastLine';

interface Props {
  summary: Summary;
  open: boolean;
}

/** One row: compact with the title only, comfortable with the last line. The style sheet decides. */
export const ConversationItem = memo(function ConversationItem({ summary, open }: Props) {
  const chat = useChat();
  const me = useChatState((state) => state.me.id);
  const people = useChatState((state) => state.people);
  const other = partner(summary, me);
  const presence = usePresence(other);
  const muted = useChatState((state) => isMuted(state.own, summary.id));
  const typing = useChatState((state) => state.typing.has(summary.id));
  const saved = useSyncExternalStore(chat.drafts.subscribe, () => chat.drafts.read(summary.id));
  const draft = open ? '' : saved.trim();
  const title = titleOf(summary, people, me);
  const { last, unread, mentions = 0 } = summary;
  const row = useRef<HTMLAnchorElement>(null);
  const [menu, setMenu] = useState(false);
  return (
    <li>
      <a
        ref={row}
        className="item"
        href={conversationHref(summary.id)}
        aria-current={open ? 'page' : undefined}
        data-testid="conversation"
        data-conv={summary.id}
        data-unread={unread > 0 && !muted}
        data-muted={muted}
        aria-haspopup="menu"
        onContextMenu={(event) => {
          event.preventDefault();
          setMenu(true);
        }}
      >
        <Avatar
          id={other ?? summary.id}
          name={title}
          group={summary.kind === 'group'}
          private={summary.visibility !== 'public'}
          presence={presence?.state}
          small
        />
        <span className="item__text">
          <span className="item__row">
            <span className="item__title">
              <bdi>{title}</bdi>
            </span>
            {presence && <StatusEmoji status={presence} />}
            {presence && presence.state !== 'offline' && (
              <span className="visually-hidden">{texts.presence[presence.state]}</span>
            )}
            {muted && (
              <span className="item__muted">
                <Icon name="bellOff" size={14} />
                <span className="visually-hidden">{texts.list.muted}</span>
              </span>
            )}
            {typing && <em className="item__typing">{texts.list.typing}</em>}
            {draft && <span className="item__draft">{texts.list.hasDraft}</span>}
            {last && (
              <time className="item__time" dateTime={last.ts} title={fullTime(last.ts)}>
                {shortTime(last.ts)}
              </time>
            )}
          </span>
          <span className="item__line">
            {draft ? (
              <Isolated text={draft} within={texts.list.draft} />
            ) : last ? (
              <LastLine message={last} kind={summary.kind} />
            ) : (
              texts.list.nothingYet
            )}
          </span>
        </span>
        {unread > 0 && (
          <>
            <span className="visually-hidden">{mentions > 0 ? texts.list.mentioned : texts.list.unread}</span>
            {mentions > 0 && (
              <span className="badge badge--mention" data-testid="mentions">
                @{mentions}
              </span>
            )}
            <span className={`badge ${muted ? 'badge--muted' : ''}`} data-testid="unread">
              {unread}
            </span>
          </>
        )}
      </a>
      {menu && <ConversationMenu summary={summary} title={title} triggerRef={row} onClose={() => setMenu(false)} />}
    </li>
  );
});
