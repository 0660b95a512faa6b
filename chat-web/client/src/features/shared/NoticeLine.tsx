import { texts } from '../../i18n';
import type { Message } from '../../protocol/resources';
import { IsolatedParts } from '../../ui/IsolatedParts';
import { useChatState } from './chatContext';
import { nameOf } from './names';

interface Props {
  message: Message;
  /** The role that the user had before, if it is known. */
  before?: string;
}

/** A change of the members or of the settings of a channel, in one sentence with its actor. */
export function NoticeLine({ message, before }: Props) {
  const people = useChatState((state) => state.people);
  const name = (user: number | undefined) => nameOf(people, user);
  const by = message.by === undefined ? texts.notice.someone : name(message.by);
  if (message.kind === 'changed') return <ChangedLine message={message} by={by} />;
  const { user, role, gone } = message;
  const who = name(user);
  const byOther = message.by !== undefined && message.by !== user;
  const { joined, added, isNow, madeRole, left, removedMember } = texts.notice;
  if (gone) return byOther ? two(by, who, removedMember) : one(who, left);
  if ((role && role !== 'member') || before !== undefined) {
    const shownRole = aRole(role);
    return byOther ? two(by, who, (a, b) => madeRole(a, b, shownRole)) : one(who, (a) => isNow(a, shownRole));
  }
  return byOther ? two(by, who, added) : one(who, joined);
}

/** A record can contain several changes. */
function ChangedLine({ message, by }: { message: Message; by: string }) {
  const { notice } = texts;
  const { title, topic, visibility, posting, archived, history } = message;
  const parts = [by, ...(title === undefined ? [] : [title]), ...(topic ? [topic] : [])];
  return (
    <IsolatedParts
      parts={parts}
      within={(actor = '', ...given) => {
        const changes: string[] = [];
        if (archived === false) changes.push(notice.restored);
        if (title !== undefined) changes.push(notice.title(given.shift() ?? ''));
        if (topic !== undefined) changes.push(topic ? notice.topic(given.shift() ?? '') : notice.noTopic);
        if (visibility !== undefined) changes.push(notice.visibility[visibility]);
        if (posting !== undefined) changes.push(notice.posting[posting]);
        if (history !== undefined) changes.push(notice.history[history]);
        if (archived === true) changes.push(notice.archived);
        return notice.changed(actor, changes.length ? changes : [notice.unknown]);
      }}
    />
  );
}

function aRole(role = 'member') {
  const known: Record<string, string> = texts.channel.aRole;
  return known[role] ?? role;
}

const one = (name: string, within: (name: string) => string) => <IsolatedParts parts={[name]} within={within} />;
const two = (a: string, b: string, within: (a: string, b: string) => string) => (
  <IsolatedParts parts={[a, b]} within={within} />
);
