import { memo } from 'react';
import { texts } from '../../i18n';
import { shortTime, fullTime } from '../../i18n/time';
import type { Summary } from '../../state/summary';
import { partner } from '../../state/summary';
import { Avatar } from '../../ui/Avatar';
import { useChatState } from '../shared/chatContext';
import { titleOf } from '../shared/names';
import { hrefOf } from '../shared/useRoute';
import { LastLine } from './LastLine';

interface Props {
  summary: Summary;
  open: boolean;
}

export const ConversationItem = memo(function ConversationItem({ summary, open }: Props) {
  const me = useChatState((state) => state.me.id);
  const people = useChatState((state) => state.people);
  const other = partner(summary, me);
  const online = useChatState((state) => other !== undefined && state.presence.get(other)?.online === true);
  const typing = useChatState((state) => state.typing.has(summary.id));
  const title = titleOf(summary, people, me);
  const { last, unread } = summary;
  const line = last ? <LastLine message={last} kind={summary.kind} /> : texts.list.nothingYet;
  return (
    <li>
      <a
        className="item"
        href={hrefOf(summary.id)}
        aria-current={open ? 'page' : undefined}
        data-testid="conversation"
        data-conv={summary.id}
        data-unread={unread > 0}
      >
        <Avatar id={other ?? summary.id} name={title} group={summary.kind === 'group'} online={online} />
        <span className="item__text">
          <span className="item__row">
            <span className="item__title">
              <bdi>{title}</bdi>
            </span>
            {online && <span className="visually-hidden">{texts.list.online}</span>}
            {last && (
              <time className="item__time" dateTime={last.ts} title={fullTime(last.ts)}>
                {shortTime(last.ts)}
              </time>
            )}
          </span>
          <span className="item__row">
            <span className="item__line">{typing ? <em>{texts.list.typing}</em> : line}</span>
            {unread > 0 && (
              <>
                <span className="visually-hidden">{texts.list.unread}</span>
                <span className="badge" data-testid="unread">
                  {unread}
                </span>
              </>
            )}
          </span>
        </span>
      </a>
    </li>
  );
});
