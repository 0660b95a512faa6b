import * as v from 'valibot';
import { displayableName, qualifiedEmoji } from '../text/rules';
import { defaulting, integer, lenient, listOf, read } from './schema';

/** The resources that REST and the socket share. Identifiers and positions are integers below 2^53. */

export type UserId = number;
export type ConversationId = number;

/** A position in a conversation: increasing, with gaps. Each message and each change of a message has one. */
export type Pos = number;

/** The client's identifier of a message, a UUIDv7; (conversation, sender, cid) is unique. */
export type Cid = string;

/** The start of the next page: the value that the server returned as `next`. */
export type Cursor = string | number;

/** Names that predate the server's rules may contain characters that affect the text around them. */
const name = v.pipe(v.string(), v.transform(displayableName));

const userSchema = v.pipe(
  v.object({ id: integer, username: v.string(), displayName: lenient(name) }),
  v.transform((user) => ({ ...user, displayName: user.displayName || user.username })),
);

export interface User extends v.InferOutput<typeof userSchema> {
  /** Only present for the signed-in user: may see the ledger and run commands. */
  operator?: boolean;
}

export const user: v.GenericSchema<unknown, User> = userSchema;

export const sessionUser = v.pipe(
  v.object({ user, operator: lenient(v.literal(true)) }),
  v.transform(({ user, operator }): User => (operator ? { ...user, operator } : user)),
);

/** Has no names while the database is down. */
export const member = v.object({
  user: integer,
  role: defaulting(v.string(), 'member'),
  read: defaulting(integer, 0),
  username: lenient(v.string()),
  displayName: lenient(name),
});
export type Member = v.InferOutput<typeof member>;

/** The server may be older than its rule that emoji are stored in their fully qualified form. */
export const emoji = v.pipe(v.string(), v.transform(qualifiedEmoji));

const reaction = v.object({ emoji, users: defaulting(listOf(integer), []) });
export type Reaction = v.InferOutput<typeof reaction>;

/** The excerpt of the message that a message replies to. Without an excerpt it is gone. */
const quote = v.object({
  pos: integer,
  from: lenient(integer),
  excerpt: lenient(v.string()),
  gone: lenient(v.boolean()),
});
export type Quote = v.InferOutput<typeof quote>;

/** Who a message mentions, as the server has resolved it. */
export const mentions = v.object({
  users: defaulting(listOf(integer), []),
  everyone: lenient(v.picklist(['channel', 'here'])),
});

/** A file of a message. A picture that has a thumbnail has a size and a placeholder, a tiny PNG in Base64. */
export const file = v.object({
  id: integer,
  name: v.string(),
  size: defaulting(integer, 0),
  type: defaulting(v.string(), ''),
  width: lenient(integer),
  height: lenient(integer),
  placeholder: lenient(v.string()),
});
export type AttachedFile = v.InferOutput<typeof file>;

const visibility = v.picklist(['private', 'public']);
export type Visibility = v.InferOutput<typeof visibility>;
const posting = v.picklist(['all', 'moderators']);
export type Posting = v.InferOutput<typeof posting>;

const history = v.picklist(['all', 'joined']);
/** What new members can read: everything, or what was written since they joined. */
export type HistoryAccess = v.InferOutput<typeof history>;

/** The settings of a channel. */
const settings = {
  title: lenient(name),
  topic: lenient(v.string()),
  visibility: lenient(visibility),
  posting: lenient(posting),
  archived: lenient(v.boolean()),
  history: lenient(history),
};

export const message = v.object({
  conv: integer,
  pos: integer,
  ts: v.string(),
  from: lenient(integer),
  cid: lenient(v.string()),
  body: lenient(v.string()),
  replyTo: lenient(integer),
  /** The position of the last change that is folded in. */
  at: lenient(integer),
  editedAt: lenient(v.string()),
  revoked: lenient(v.boolean()),
  /** It could not be stored, and has no body. */
  missing: lenient(v.boolean()),
  reactions: lenient(listOf(reaction)),
  quote: lenient(quote),
  mentions: lenient(mentions),
  files: lenient(listOf(file)),
  /**
   * A membership change (`member`) has a user, and a role or `gone`, but no body. A change of the channel (`changed`)
   * has the new values. `by` is the user who made the change.
   */
  kind: lenient(v.picklist(['member', 'changed'])),
  by: lenient(integer),
  user: lenient(integer),
  role: lenient(v.string()),
  gone: lenient(v.boolean()),
  ...settings,
});
export type Message = v.InferOutput<typeof message>;

export const conversation = v.pipe(
  v.object({
    id: integer,
    kind: defaulting(v.picklist(['direct', 'group']), 'direct'),
    ...settings,
    memberCount: lenient(integer),
    members: lenient(listOf(member)),
    last: lenient(message),
    unread: defaulting(integer, 0),
    /** The unread messages that mention this user. */
    mentions: lenient(integer),
    /** The position up to which this user has read, for channels that do not contain their members. */
    read: lenient(integer),
    /** This user set the place back: own messages up to this position do not move it. */
    back: lenient(integer),
    /** The last record of this user's own, if it is after every position at which the place was set back. */
    sent: lenient(integer),
    /** The role of this user, for channels that do not contain their members. */
    role: lenient(v.string()),
  }),
  v.transform((read) => ({ ...read, memberCount: read.memberCount ?? read.members?.length ?? 0 })),
);
export type Conversation = v.InferOutput<typeof conversation>;

/** A public channel, as listed for people who may join it. */
export const channel = v.object({
  id: integer,
  title: defaulting(name, ''),
  topic: lenient(v.string()),
  memberCount: defaulting(integer, 0),
  joined: defaulting(v.boolean(), false),
});
export type Channel = v.InferOutput<typeof channel>;

/** A message that a member has reported to the owners and moderators of its channel. */
export const report = v.object({
  id: integer,
  conv: integer,
  pos: integer,
  reporter: integer,
  reason: lenient(v.string()),
  at: v.string(),
  state: defaulting(v.picklist(['open', 'resolved']), 'open'),
  resolvedBy: lenient(integer),
});
export type Report = v.InferOutput<typeof report>;

/** The totals over all conversations that are not muted. */
export const totals = v.object({ unread: integer, mentions: defaulting(integer, 0) });
export type Totals = v.InferOutput<typeof totals>;

/** A message in a view over all conversations. */
export const mentioned = v.union([
  v.pipe(
    v.object({ msg: message }),
    v.transform(({ msg }) => msg),
  ),
  message,
]);

const page = v.object({
  items: defaulting(v.array(v.unknown()), []),
  next: lenient(v.union([v.string(), v.number()])),
  /** The cursor of the page before, of a page from the middle. */
  prev: lenient(v.union([v.string(), v.number()])),
  /** False if the log could not be read: newer messages may be missing. */
  fresh: lenient(v.boolean()),
});

export type Page<T> = Omit<v.InferOutput<typeof page>, 'items'> & { items: T[] };

export function readPage<T>(raw: unknown, item: v.GenericSchema<unknown, T>): Page<T> {
  const { items, ...more } = read(page, raw) ?? { items: [] };
  return { ...more, items: items.flatMap((each) => read(item, each) ?? []) };
}

const registration = v.picklist(['open', 'invited', 'closed']);
/** Who can create an account. */
export type Registration = v.InferOutput<typeof registration>;
export const installation = v.object({ registration });

const fieldError = v.object({ field: defaulting(v.string(), ''), message: defaulting(v.string(), '') });
export type FieldError = v.InferOutput<typeof fieldError>;

/** A problem as in RFC 9457. Responses of proxies may lack all fields. */
export const problem = v.object({ code: lenient(v.string()), fields: defaulting(listOf(fieldError), []) });
