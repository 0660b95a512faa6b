import { texts } from '../../i18n';
import type { Message } from '../../protocol/resources';
import { IsolatedParts } from '../../ui/IsolatedParts';
import { useChatState } from './chatContext';
import { nameOf } from './names';

/** A change of the members or of the settings of a channel, in one sentence with its actor. */
export function NoticeLine({ message }: { message: Message }) {
  const people = useChatState((state) => state.people);
  const name = (user: number | undefined) => nameOf(people, user);
  const by = message.by === undefined ? texts.messages.someone : name(message.by);
  if (message.kind === 'changed') return <ChangedLine message={message} by={by} />;
  const { user, role, gone } = message;
  const who = name(user);
  const byOther = message.by !== undefined && message.by !== user;
  const { joined, added, isNow, madeRole, left, removedMember } = texts.messages;
  if (gone) return byOther ? two(by, who, removedMember) : one(who, left);
  if (role && role !== 'member') {
    const shownRole = roleName(role);
    return byOther ? two(by, who, (a, b) => madeRole(a, b, shownRole)) : one(who, (a) => isNow(a, shownRole));
  }
  return byOther ? two(by, who, added) : one(who, joined);
}

function ChangedLine({ message, by }: { message: Message; by: string }) {
  const { messages } = texts;
  const { title, topic, visibility, posting, archived, history } = message;
  if (archived !== undefined) return one(by, archived ? messages.archived : messages.restored);
  if (title !== undefined) return two(by, title, messages.renamed);
  if (topic !== undefined) return topic ? two(by, topic, messages.topicSet) : one(by, messages.topicCleared);
  if (visibility !== undefined) return one(by, visibility === 'public' ? messages.madePublic : messages.madePrivate);
  if (posting !== undefined) return one(by, posting === 'all' ? messages.postingAll : messages.postingModerators);
  if (history !== undefined) return one(by, history === 'all' ? messages.historyAll : messages.historyJoined);
  return one(by, messages.changed);
}

function roleName(role: string) {
  const known: Record<string, string> = texts.channel.roles;
  return (known[role] ?? role).toLowerCase();
}

const one = (name: string, within: (name: string) => string) => <IsolatedParts parts={[name]} within={within} />;
const two = (a: string, b: string, within: (a: string, b: string) => string) => (
  <IsolatedParts parts={[a, b]} within={within} />
);
