/** What REST and the socket both show. Ids and places are integers under 2^53. */

export type UserId = number;
export type ConversationId = number;

/** A place in a conversation: grows, has gaps. Messages and changes of messages each have one. */
export type Pos = number;

/** The sender's name for a message, a UUIDv7; (conversation, sender, cid) is unique for ever. */
export type Cid = string;

/** Where the next page begins; whatever the server gave as `next`. */
export type Cursor = string | number;

export interface User {
  id: UserId;
  username: string;
  displayName: string;
  /** Of oneself only: may see the ledger and give commands. */
  operator?: boolean;
}

export interface Member {
  user: UserId;
  role: string;
  read: Pos;
  username?: string;
  displayName?: string;
}

export interface Reaction {
  emoji: string;
  users: UserId[];
}

export interface Message {
  conv: ConversationId;
  pos: Pos;
  ts: string;
  from?: UserId;
  cid?: Cid;
  body?: string;
  replyTo?: Pos;
  /** The place of the last change folded in. */
  at?: Pos;
  editedAt?: string;
  revoked?: boolean;
  reactions?: Reaction[];
  /** A change of membership, shown as a line of its own. */
  kind?: 'member';
  user?: UserId;
  role?: string;
  gone?: boolean;
}

export interface Conversation {
  id: ConversationId;
  kind: 'direct' | 'group';
  title?: string;
  memberCount: number;
  members?: Member[];
  last?: Message;
  unread: number;
}

export interface Page<T> {
  items: T[];
  next?: Cursor;
  /** False when the log could not be asked: there may be newer ones. */
  fresh?: boolean;
}

export interface FieldFault {
  field: string;
  message: string;
}

/** Whether people may register by themselves. */
export type Registration = 'open' | 'invited' | 'closed';
