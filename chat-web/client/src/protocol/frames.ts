import * as v from 'valibot';
import { workingHours } from './ownState';
import type { Cid, ConversationId, Pos, UserId } from './resources';
import { conversation, emoji, mentions, message, user } from './resources';
import { defaulting, integer, lenient, listOf, read } from './schema';

/** For each conversation, the position up to which the page holds everything. */
export type Resume = Record<string, Pos>;

export interface SendFrame {
  t: 'send';
  id: number;
  cid: Cid;
  conv: ConversationId;
  body: string;
  replyTo?: Pos;
  files?: number[];
}

/** A change of a message in the log. */
export type Change =
  { kind: 'edit'; body: string } | { kind: 'revoke' } | { kind: 'react'; emoji: string; on: boolean };

interface ChangeFrame {
  id: number;
  cid: Cid;
  conv: ConversationId;
  pos: Pos;
}

export type ClientFrame =
  | { t: 'hello'; id: number; version: number; client?: string; idle?: boolean; resume?: Resume }
  | SendFrame
  | ({ t: 'edit'; body: string } & ChangeFrame)
  | ({ t: 'revoke' } & ChangeFrame)
  | ({ t: 'react'; emoji: string; on: boolean } & ChangeFrame)
  | { t: 'read'; conv: ConversationId; pos: Pos }
  | { t: 'unread'; id: number; conv: ConversationId; pos: Pos }
  | { t: 'typing'; id: number; conv: ConversationId }
  | { t: 'active' | 'idle'; id: number }
  | { t: 'watch'; id: number; users: UserId[] }
  | { t: 'ping' };

/** In effect until `welcome` has announced the limits of the server. */
export const defaultLimits = { body: 4_000, frameBytes: 65_536, sendsPerSecond: 50, sendsBurst: 500 };
export type Limits = typeof defaultLimits;

const limits = v.object({
  body: defaulting(integer, defaultLimits.body),
  frameBytes: defaulting(integer, defaultLimits.frameBytes),
  sendsPerSecond: defaulting(integer, defaultLimits.sendsPerSecond),
  sendsBurst: defaulting(integer, defaultLimits.sendsBurst),
});

const welcome = v.object({
  t: v.literal('welcome'),
  /** Of the frames that follow. Servers that do not say it speak 1. */
  version: defaulting(integer, 1),
  user,
  serverTime: v.string(),
  limits: defaulting(limits, defaultLimits),
  /** Whether the server fetches previews of links. */
  previews: defaulting(v.boolean(), false),
  recovered: defaulting(v.record(v.string(), defaulting(v.boolean(), false)), {}),
});
export type WelcomeFrame = v.InferOutput<typeof welcome>;

const msg = v.pipe(
  v.object({ t: v.literal('msg'), prev: lenient(integer), ...message.entries }),
  v.transform(({ t, prev, ...message }) => ({ t, message, prev })),
);
export type MsgFrame = v.InferOutput<typeof msg>;

const upd = v.object({
  t: v.literal('upd'),
  conv: integer,
  pos: integer,
  at: integer,
  prev: lenient(integer),
  kind: v.picklist(['edited', 'revoked', 'reaction']),
  by: integer,
  ts: v.string(),
  body: lenient(v.string()),
  /** Who the edited text mentions. */
  mentions: lenient(mentions),
  emoji: lenient(emoji),
  on: lenient(v.boolean()),
});
export type UpdFrame = v.InferOutput<typeof upd>;

const answered = lenient(v.union([integer, v.string()]));

const ok = v.object({
  t: v.literal('ok'),
  id: answered,
  cid: lenient(v.string()),
  conv: lenient(integer),
  pos: lenient(integer),
  prev: lenient(integer),
  ts: lenient(v.string()),
  dup: lenient(v.boolean()),
  /** Users whom the message names but does not mention, because they are no members. */
  notMembers: lenient(listOf(integer)),
  /** False if the message names everyone, but its author cannot mention everyone in this group. */
  everyone: lenient(v.boolean()),
});
export type OkFrame = v.InferOutput<typeof ok>;

const err = v.object({
  t: v.literal('err'),
  id: answered,
  code: defaulting(v.string(), 'bad_frame'),
  message: defaulting(v.string(), ''),
  retry: defaulting(v.boolean(), false),
  retryAfterMs: lenient(integer),
  /** Only with the code `clock`. */
  serverTime: lenient(v.string()),
});
export type ErrFrame = v.InferOutput<typeof err>;

const presenceState = v.picklist(['online', 'away', 'dnd', 'offline']);
export type PresenceState = v.InferOutput<typeof presenceState>;

const presence = v.pipe(
  v.object({
    id: integer,
    online: defaulting(v.boolean(), false),
    /** Earlier servers only send `online`. */
    state: lenient(presenceState),
    lastSeen: lenient(v.string()),
    /** The status of the user, and when it ends. */
    text: lenient(v.string()),
    emoji: lenient(v.string()),
    until: lenient(v.string()),
    /** The end of their do-not-disturb. */
    dndUntil: lenient(v.string()),
    /** Their time zone, and when they work. */
    zone: lenient(v.string()),
    hours: lenient(workingHours),
  }),
  v.transform((user) => ({ ...user, state: user.state ?? (user.online ? ('online' as const) : ('offline' as const)) })),
);
export type Presence = v.InferOutput<typeof presence>;

const store = v.object({
  t: v.literal('store'),
  state: v.picklist(['ok', 'behind', 'down']),
  seconds: lenient(integer),
});
export type StoreFrame = v.InferOutput<typeof store>;

const receipt = v.object({
  t: v.literal('receipt'),
  conv: integer,
  user: integer,
  read: integer,
  /** The user set their own place back to `read`; messages that they sent up to this position do not move it. */
  back: lenient(integer),
});
export type ReceiptFrame = v.InferOutput<typeof receipt>;
const typing = v.object({ t: v.literal('typing'), conv: integer, user: integer });
const presences = v.object({ t: v.literal('presence'), users: defaulting(listOf(presence), []) });

const gone = v.object({ id: integer, gone: v.literal(true) });
const conv = v.union([
  v.pipe(
    v.object({ t: v.literal('conv'), ...gone.entries }),
    v.transform(({ t, id }) => ({ t, gone: id })),
  ),
  v.pipe(
    v.object({ t: v.literal('conv'), conversation: gone }),
    v.transform(({ t, conversation }) => ({ t, gone: conversation.id })),
  ),
  v.object({ t: v.literal('conv'), conversation }),
]);

const bye = v.object({
  t: v.literal('bye'),
  reason: defaulting(v.string(), ''),
  reconnectAfterMs: lenient(integer),
});
const pong = v.object({ t: v.literal('pong') });

/** A part of the user's own state changed on another device. Null removes it; without a value it has to be loaded. */
const own = v.object({
  t: v.literal('own'),
  what: v.string(),
  conv: lenient(integer),
  version: defaulting(integer, 0),
  value: v.optional(v.unknown()),
});
export type OwnFrame = v.InferOutput<typeof own>;

const frames = { welcome, msg, upd, ok, err, store, receipt, typing, presence: presences, conv, own, bye, pong };
export type ServerFrame = v.InferOutput<(typeof frames)[keyof typeof frames]>;

const types = Object.keys(frames) as (keyof typeof frames)[];
const anyFrame = v.pipe(v.string(), v.parseJson(), v.looseObject({ t: v.picklist(types) }));

/** Undefined if the type is unknown or a required field is missing. */
export function parseFrame(data: unknown): ServerFrame | undefined {
  const raw = read(anyFrame, data);
  return raw && read(frames[raw.t] as v.GenericSchema<unknown, ServerFrame>, raw);
}
