import type { UpdFrame } from '../protocol/frames';
import type { Conversation, Message, Pos, UserId } from '../protocol/resources';
import { fold } from './fold';

/** A conversation as the list shows it. */
export interface Summary extends Conversation {
  /** How far I have read, as far as this page knows. */
  read: Pos;
  /** When something last happened, for the order of the list. */
  activeAt: number;
}

export function summarise(conversation: Conversation, me: UserId, activeAt = 0): Summary {
  const read = conversation.members?.find((member) => member.user === me)?.read ?? 0;
  return { ...conversation, read, activeAt: conversation.last ? Date.parse(conversation.last.ts) : activeAt };
}

/** Each message counts once, in the order of the log; a summary already holds what is up to its last. */
export function afterMessage(summary: Summary, message: Message, me: UserId): Summary {
  if (summary.last && message.pos <= summary.last.pos) return summary;
  const moved = { ...summary, last: message, activeAt: Date.parse(message.ts) };
  // To write is to have read.
  if (message.from === me && message.kind !== 'member') return { ...moved, read: message.pos, unread: 0 };
  const counts = message.kind !== 'member' && message.pos > summary.read;
  return counts ? { ...moved, unread: summary.unread + 1 } : moved;
}

export function afterChange(summary: Summary, change: UpdFrame): Summary {
  return summary.last?.pos === change.pos ? { ...summary, last: fold(summary.last, change) } : summary;
}

/** I have read up to there, on this page or on another. */
export function afterReading(summary: Summary, pos: Pos): Summary {
  if (pos <= summary.read) return summary;
  const all = pos >= (summary.last?.pos ?? 0);
  return { ...summary, read: pos, unread: all ? 0 : summary.unread };
}

/** Another member has. */
export function afterReceipt(summary: Summary, user: UserId, read: Pos): Summary {
  const members = summary.members?.map((member) =>
    member.user === user && member.read < read ? { ...member, read } : member,
  );
  return { ...summary, members };
}

/**
 * What the server just told, with the messages that came while it was asked. Where the page knows
 * more than the answer, because the answer is the older of the two, the page's own stands.
 */
export function merged(told: Summary, meanwhile: readonly Message[], here: Summary | undefined, me: UserId): Summary {
  const ours = meanwhile.filter((message) => message.conv === told.id);
  let summary = ours.reduce((sum, message) => afterMessage(sum, message, me), told);
  if (!here) return summary;
  if (here.last && here.last.pos > (summary.last?.pos ?? -1)) {
    summary = { ...summary, last: here.last, unread: here.unread };
  }
  const activeAt = Math.max(summary.activeAt, here.activeAt);
  return { ...afterReading(summary, here.read), members: summary.members ?? here.members, activeAt };
}

export function byActivity(a: Summary, b: Summary) {
  return b.activeAt - a.activeAt || b.id - a.id;
}

/** Whom one talks to, in a direct conversation. */
export function partner(summary: Summary, me: UserId): UserId | undefined {
  if (summary.kind !== 'direct') return undefined;
  return summary.members?.find((member) => member.user !== me)?.user;
}
