import type { UpdFrame } from '../protocol/frames';
import type { Conversation, Message, Pos, UserId } from '../protocol/resources';
import { fold } from './fold';
import { changedSettings } from './groupChange';
import type { Timeline } from './timeline';

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
  const moved = { ...summary, ...changedSettings(message), last: message, activeAt: Date.parse(message.ts) };
  // Sending a message marks the conversation as read, unless the place was set back after it was sent.
  if (message.from === me && message.kind === undefined) {
    const sent = { ...moved, sent: message.pos };
    if (message.pos > (summary.back ?? -1)) return { ...sent, read: message.pos, unread: 0, mentions: undefined };
    return sent;
  }
  const counts = message.kind === undefined && message.from !== me && message.pos > summary.read;
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
export function roleOf(summary: Conversation, user: UserId): string | undefined {
  if (summary.kind === 'direct') return undefined;
  return summary.members?.find((member) => member.user === user)?.role ?? summary.role;
}

export function afterChange(summary: Summary, change: UpdFrame): Summary {
  return summary.last?.pos === change.pos ? { ...summary, last: fold(summary.last, change) } : summary;
}

/** What is unread in a conversation. */
export interface Counts {
  unread: number;
  mentions: number;
}

/** The counts after `pos`, from the messages that the page holds; undefined if it does not hold all of them. */
export function countsAfter(
  pos: Pos,
  { last }: Summary,
  timeline: Timeline | undefined,
  me: UserId,
): Counts | undefined {
  if (pos >= (last?.pos ?? 0)) return { unread: 0, mentions: 0 };
  if (!timeline?.loaded || (timeline.held ?? -1) < (last?.pos ?? 0)) return undefined;
  if (timeline.older !== undefined && pos < (timeline.items[0]?.pos ?? Infinity) - 1) return undefined;
  const after = timeline.items.filter(
    (item) => item.pos > pos && item.from !== me && item.kind === undefined && !item.revoked,
  );
  return { unread: after.length, mentions: after.filter((item) => mentionsUser(item, me)).length };
}

/** This user has read up to `pos`, here or elsewhere. Without counts, those of before stay until the server has answered. */
export function afterReading(summary: Summary, pos: Pos, counts?: Counts): Summary {
  if (pos <= summary.read) return summary;
  return withCounts({ ...summary, read: pos }, counts ?? (pos >= (summary.last?.pos ?? 0) ? nothing : undefined));
}

/** Where the place is after it was set back to `read`: what this user sent after `back` has moved it again. */
export function placeAfterGoingBack({ sent }: Summary, read: Pos, back: Pos | undefined): Pos {
  return sent !== undefined && back !== undefined && sent > back ? Math.max(read, sent) : read;
}

/** This user set the place back to `read`, here or elsewhere. */
export function afterGoingBack(summary: Summary, read: Pos, back: Pos | undefined, counts?: Counts): Summary {
  return withCounts({ ...summary, read, back }, counts);
}

export function withCounts(summary: Summary, counts: Counts | undefined): Summary {
  return counts ? { ...summary, unread: counts.unread, mentions: counts.mentions || undefined } : summary;
}

const nothing: Counts = { unread: 0, mentions: 0 };

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
  // The place was set back without this page: its own is outdated, although it is greater.
  const read = summary.back !== undefined && summary.back !== local.back ? summary : afterReading(summary, local.read);
  const sent = latest(summary.sent, local.sent);
  return { ...read, sent, members: summary.members ?? local.members, activeAt };
}

function latest(one: Pos | undefined, other: Pos | undefined): Pos | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);
}

export function byActivity(a: Summary, b: Summary) {
  return b.activeAt - a.activeAt || b.id - a.id;
}

/** The other user of a direct conversation. */
export function partner(summary: Summary, me: UserId): UserId | undefined {
  if (summary.kind !== 'direct') return undefined;
  return summary.members?.find((member) => member.user !== me)?.user;
}
