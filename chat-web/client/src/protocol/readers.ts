import { shownName } from '../text/rules';
import type { Conversation, Member, Message, Page, User } from './resources';

/**
 * Readers turn what came over the wire into the page's own types. They ignore what they do not
 * know, and answer undefined where something needed is missing: such a thing is left out, never
 * half shown.
 */
export type Raw = Record<string, unknown>;

export function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const number = (value: unknown) => (Number.isSafeInteger(value) ? (value as number) : undefined);
export const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
/** Some are from before there were rules for them. */
const name = (value: unknown) => (typeof value === 'string' ? shownName(value) : undefined);
export const flag = (value: unknown) => (typeof value === 'boolean' ? value : undefined);

export function readUser(raw: unknown): User | undefined {
  if (!isRaw(raw)) return undefined;
  const id = number(raw.id);
  const username = text(raw.username);
  if (id === undefined || username === undefined) return undefined;
  return { id, username, displayName: name(raw.displayName) || username };
}

/** `user` is an id, or the user itself; names may also stand beside it. */
export function readMember(raw: unknown): Member | undefined {
  if (!isRaw(raw)) return undefined;
  const whole = readUser(raw.user);
  const user = whole?.id ?? number(raw.user);
  if (user === undefined) return undefined;
  return {
    user,
    role: text(raw.role) ?? 'member',
    read: number(raw.read) ?? 0,
    username: whole?.username ?? text(raw.username),
    displayName: whole?.displayName ?? name(raw.displayName),
  };
}

export function readMessage(raw: unknown, conversation?: number): Message | undefined {
  if (!isRaw(raw)) return undefined;
  const conv = number(raw.conv) ?? conversation;
  const pos = number(raw.pos);
  const ts = text(raw.ts);
  if (conv === undefined || pos === undefined || ts === undefined) return undefined;
  return {
    conv,
    pos,
    ts,
    from: number(raw.from),
    cid: text(raw.cid),
    body: text(raw.body),
    replyTo: number(raw.replyTo),
    at: number(raw.at),
    editedAt: text(raw.editedAt),
    revoked: flag(raw.revoked),
    reactions: readReactions(raw.reactions),
    kind: raw.kind === 'member' ? 'member' : undefined,
    user: number(raw.user),
    role: text(raw.role),
    gone: flag(raw.gone),
  };
}

function readReactions(raw: unknown) {
  if (!Array.isArray(raw)) return undefined;
  return raw.filter(isRaw).map((reaction) => ({
    emoji: text(reaction.emoji) ?? '',
    users: each(reaction.users, number),
  }));
}

export function readConversation(raw: unknown): Conversation | undefined {
  if (!isRaw(raw)) return undefined;
  const id = number(raw.id);
  if (id === undefined) return undefined;
  const members = Array.isArray(raw.members) ? each(raw.members, readMember) : undefined;
  return {
    id,
    kind: raw.kind === 'group' ? 'group' : 'direct',
    title: name(raw.title),
    memberCount: number(raw.memberCount) ?? members?.length ?? 0,
    members,
    last: readMessage(raw.last, id),
    unread: number(raw.unread) ?? 0,
  };
}

export function readPage<T>(raw: unknown, reader: (item: unknown) => T | undefined): Page<T> {
  if (!isRaw(raw)) return { items: [] };
  const next = typeof raw.next === 'string' || typeof raw.next === 'number' ? raw.next : undefined;
  return { items: each(raw.items, reader), next, fresh: flag(raw.fresh) };
}

export function each<T>(raw: unknown, reader: (item: unknown) => T | undefined): T[] {
  if (!Array.isArray(raw)) return [];
  return raw.map((item) => reader(item)).filter((item) => item !== undefined);
}
