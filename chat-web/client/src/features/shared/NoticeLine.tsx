import type { ReactNode } from 'react';
import { texts } from '../../i18n';
import type { Message } from '../../protocol/resources';
import { IsolatedParts } from '../../ui/IsolatedParts';
import { useChatState } from './chatContext';
import { NameButton } from './NameButton';
import { nameOf } from './names';

interface Props {
  message: Message;
  /** The role that the user had before, if it is known. */
  before?: string;
  /**
   * Whether the names open the profiles of their people, by a click that the list of messages handles, and whether they
   * are in the tab order: those of the current row are.
   */
  names?: 'current' | 'other';
}

/** A change of the members or of the settings of a channel, in one sentence with its actor. */
export function NoticeLine({ message, before, names }: Props) {
  const people = useChatState((state) => state.people);
  const name = (user: number | undefined) => nameOf(people, user);
  const by = message.by === undefined ? texts.notice.someone : name(message.by);
  const { user, role, gone } = message;
  const shown = (of: number | undefined) => (text: string) =>
    names && of !== undefined ? (
      <NameButton user={of} current={names === 'current'}>
        {text}
      </NameButton>
    ) : (
      text
    );
  if (message.kind === 'changed') return <ChangedLine message={message} by={by} actor={shown(message.by)} />;
  const who = name(user);
  const byOther = message.by !== undefined && message.by !== user;
  const { joined, added, isNow, madeRole, left, removedMember } = texts.notice;
  const one = (within: (name: string) => string) => (
    <IsolatedParts parts={[who]} within={within} render={shown(user)} />
  );
  const two = (within: (a: string, b: string) => string) => (
    <IsolatedParts
      parts={[by, who]}
      within={within}
      render={(part, index) => shown(index === 0 ? message.by : user)(part)}
    />
  );
  if (gone) return byOther ? two(removedMember) : one(left);
  if ((role && role !== 'member') || before !== undefined) {
    const shownRole = aRole(role);
    return byOther ? two((a, b) => madeRole(a, b, shownRole)) : one((a) => isNow(a, shownRole));
  }
  return byOther ? two(added) : one(joined);
}

/** A record can contain several changes. */
function ChangedLine({ message, by, actor }: { message: Message; by: string; actor: (name: string) => ReactNode }) {
  const { notice } = texts;
  const { title, topic, visibility, posting, archived, history } = message;
  const parts = [by, ...(title === undefined ? [] : [title]), ...(topic ? [topic] : [])];
  return (
    <IsolatedParts
      parts={parts}
      render={(part, index) => (index === 0 ? actor(part) : part)}
      within={(who = '', ...given) => {
        const changes: string[] = [];
        if (archived === false) changes.push(notice.restored);
        if (title !== undefined) changes.push(notice.title(given.shift() ?? ''));
        if (topic !== undefined) changes.push(topic ? notice.topic(given.shift() ?? '') : notice.noTopic);
        if (visibility !== undefined) changes.push(notice.visibility[visibility]);
        if (posting !== undefined) changes.push(notice.posting[posting]);
        if (history !== undefined) changes.push(notice.history[history]);
        if (archived === true) changes.push(notice.archived);
        return notice.changed(who, changes.length ? changes : [notice.unknown]);
      }}
    />
  );
}

function aRole(role = 'member') {
  const known: Record<string, string> = texts.channel.aRole;
  return known[role] ?? role;
}
