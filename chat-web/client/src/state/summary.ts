import type { UpdFrame } from '../protocol/frames';
import type { Conversation, Message, Pos, UserId } from '../protocol/resources';
import { fold } from './fold';

/** A conversation as shown in the list. */
export interface Summary extends Conversation {
  /** The position up to which this user has read, as known to this page. */
  read: Pos;
  /** The time of the last activity, for the order of the list. */
  activeAt: number;
}

export function summarize(conversation: Conversation, me: UserId, activeAt = 0): Summary {
  const read = conversation.read ?? conversation.members?.find((member) => member.user === me)?.read ?? 0;
  return { ...conversation, read, activeAt: conversation.last ? Date.parse(conversation.last.ts) : activeAt };
}

/** Counts each message once: messages up to `last` are already counted. */
export function afterMessage(summary: Summary, message: Message, me: UserId): Summary {
  if (summary.last && message.pos <= summary.last.pos) return summary;
  const moved = { ...summary, last: message, activeAt: Date.parse(message.ts) };
  // Sending a message marks the conversation as read.
  if (message.from === me && message.kind === undefined)
    return { ...moved, read: message.pos, unread: 0, mentions: undefined };
  const counts = message.kind === undefined && message.pos > summary.read;
  if (!counts) return moved;
  const mentions = mentionsUser(message, me) ? (summary.mentions ?? 0) + 1 : summary.mentions;
  return { ...moved, unread: summary.unread + 1, mentions };
}

export function mentionsUser({ mentions }: Message, user: UserId): boolean {
  return mentions !== undefined && (mentions.everyone !== undefined || mentions.users.includes(user));
}

/** Whether the position up to which this user has read is known: channels with many members may not contain it. */
export function isReadKnown(summary: Summary): boolean {
  return summary.read > 0 || summary.members !== undefined;
}

/** The role of this user; undefined in direct conversations, and where it is not known. */
export function roleOf(summary: Summary, user: UserId): string | undefined {
  if (summary.kind === 'direct') return undefined;
  return summary.members?.find((member) => member.user === user)?.role ?? summary.role;
}

export function afterChange(summary: Summary, change: UpdFrame): Summary {
  return summary.last?.pos === change.pos ? { ...summary, last: fold(summary.last, change) } : summary;
}

/** This user has read up to `pos`, here or elsewhere. */
export function afterReading(summary: Summary, pos: Pos): Summary {
  if (pos <= summary.read) return summary;
  const all = pos >= (summary.last?.pos ?? 0);
  return { ...summary, read: pos, unread: all ? 0 : summary.unread, mentions: all ? undefined : summary.mentions };
}

/** Another member has read up to `read`. */
export function afterReceipt(summary: Summary, user: UserId, read: Pos): Summary {
  const members = summary.members?.map((member) =>
    member.user === user && member.read < read ? { ...member, read } : member,
  );
  return { ...summary, members };
}

/**
 * Merges a response of the server with the messages received since the request, and with the summary that the page has.
 * Where the page is newer than the response, it wins.
 */
export function merged(
  response: Summary,
  meanwhile: readonly Message[],
  local: Summary | undefined,
  me: UserId,
): Summary {
  const ours = meanwhile.filter((message) => message.conv === response.id);
  let summary = ours.reduce((sum, message) => afterMessage(sum, message, me), response);
  if (!local) return summary;
  if (local.last && local.last.pos > (summary.last?.pos ?? -1)) {
    summary = { ...summary, last: local.last, unread: local.unread, mentions: local.mentions };
  }
  const activeAt = Math.max(summary.activeAt, local.activeAt);
  return { ...afterReading(summary, local.read), members: summary.members ?? local.members, activeAt };
}

export function byActivity(a: Summary, b: Summary) {
  return b.activeAt - a.activeAt || b.id - a.id;
}

/** The other user of a direct conversation. */
export function partner(summary: Summary, me: UserId): UserId | undefined {
  if (summary.kind !== 'direct') return undefined;
  return summary.members?.find((member) => member.user !== me)?.user;
}
