import type { ConnectionStatus } from '../connection/serverConnection';
import type { ApiError } from '../connection/http';
import type { PendingMessage } from '../outbox/outboxStorage';
import type { Limits, Presence, StoreFrame } from '../protocol/frames';
import type { ConversationId, Cursor, Pos, User, UserId } from '../protocol/resources';
import type { PendingChange } from './changeQueue';
import type { Summary } from './summary';
import type { Timeline } from './timeline';

export type { PendingMessage, ApiError };

export interface ConversationListState {
  loaded: boolean;
  loading: boolean;
  next?: Cursor;
  failure?: ApiError;
}

/** The state that the signed-in page shows. */
export interface ChatState {
  me: User;
  connection: ConnectionStatus;
  onLine: boolean;
  store: Pick<StoreFrame, 'state' | 'seconds'>;
  limits: Limits;
  people: ReadonlyMap<UserId, User>;
  presence: ReadonlyMap<UserId, Presence>;
  summaries: ReadonlyMap<ConversationId, Summary>;
  list: ConversationListState;
  timelines: ReadonlyMap<ConversationId, Timeline>;
  outgoing: readonly PendingMessage[];
  /** Unanswered and refused changes, by `changeKey`. */
  changing: ReadonlyMap<string, PendingChange>;
  /** The message that the next message replies to, by conversation. */
  replying: ReadonlyMap<ConversationId, Pos>;
  typing: ReadonlyMap<ConversationId, readonly UserId[]>;
  open?: ConversationId;
}
