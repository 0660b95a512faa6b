import type { Cid, Conversation, ConversationId, Message, Pos, User, UserId } from './resources';

/** Where the page holds everything up to, by conversation. */
export type Resume = Record<string, Pos>;

export interface SendFrame {
  t: 'send';
  id: number;
  cid: Cid;
  conv: ConversationId;
  body: string;
  replyTo?: Pos;
}

/** What is asked of a message that is in the log. */
export type Change =
  { kind: 'edit'; body: string } | { kind: 'revoke' } | { kind: 'react'; emoji: string; on: boolean };

interface ChangeFrame {
  id: number;
  cid: Cid;
  conv: ConversationId;
  pos: Pos;
}

export type ClientFrame =
  | { t: 'hello'; id: number; resume?: Resume }
  | SendFrame
  | ({ t: 'edit'; body: string } & ChangeFrame)
  | ({ t: 'revoke' } & ChangeFrame)
  | ({ t: 'react'; emoji: string; on: boolean } & ChangeFrame)
  | { t: 'read'; conv: ConversationId; pos: Pos }
  | { t: 'typing'; id: number; conv: ConversationId }
  | { t: 'watch'; id: number; users: UserId[] }
  | { t: 'ping' };

export interface Limits {
  body: number;
  frameBytes: number;
  sendsPerSecond: number;
  sendsBurst: number;
}

export interface WelcomeFrame {
  t: 'welcome';
  user: User;
  serverTime: string;
  limits: Limits;
  recovered: Record<string, boolean>;
}

export interface MsgFrame {
  t: 'msg';
  message: Message;
  prev?: Pos;
}

export interface UpdFrame {
  t: 'upd';
  conv: ConversationId;
  pos: Pos;
  at: Pos;
  prev?: Pos;
  kind: 'edited' | 'revoked' | 'reaction';
  by: UserId;
  ts: string;
  body?: string;
  emoji?: string;
  on?: boolean;
}

export interface OkFrame {
  t: 'ok';
  id?: number | string;
  cid?: Cid;
  conv?: ConversationId;
  pos?: Pos;
  prev?: Pos;
  ts?: string;
  dup?: boolean;
}

export interface ErrFrame {
  t: 'err';
  id?: number | string;
  code: string;
  message: string;
  retry: boolean;
  retryAfterMs?: number;
  /** Not promised by the contract; taken when it is there. */
  serverTime?: string;
}

export interface Presence {
  id: UserId;
  online: boolean;
  lastSeen?: string;
}

export interface StoreFrame {
  t: 'store';
  state: 'ok' | 'behind' | 'down';
  seconds?: number;
}

export type ServerFrame =
  | WelcomeFrame
  | MsgFrame
  | UpdFrame
  | OkFrame
  | ErrFrame
  | StoreFrame
  | { t: 'receipt'; conv: ConversationId; user: UserId; read: Pos }
  | { t: 'typing'; conv: ConversationId; user: UserId }
  | { t: 'presence'; users: Presence[] }
  | { t: 'conv'; conversation: Conversation }
  | { t: 'conv'; gone: ConversationId }
  | { t: 'bye'; reason: string; reconnectAfterMs?: number }
  | { t: 'pong' };
