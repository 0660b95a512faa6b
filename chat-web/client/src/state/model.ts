import type { LinkStatus } from '../connection/link';
import type { ApiError } from '../connection/http';
import type { Outgoing } from '../connection/box';
import type { Limits, Presence, StoreFrame } from '../protocol/frames';
import type { ConversationId, Cursor, Pos, User, UserId } from '../protocol/resources';
import type { Changing } from './changes';
import type { Summary } from './summary';
import type { Timeline } from './timeline';

export type { Outgoing, ApiError };

export interface ListState {
  loaded: boolean;
  loading: boolean;
  next?: Cursor;
  trouble?: ApiError;
}

/** All that a signed-in page shows. */
export interface ChatState {
  me: User;
  link: LinkStatus;
  onLine: boolean;
  store: Pick<StoreFrame, 'state' | 'seconds'>;
  limits: Limits;
  people: ReadonlyMap<UserId, User>;
  presence: ReadonlyMap<UserId, Presence>;
  summaries: ReadonlyMap<ConversationId, Summary>;
  list: ListState;
  timelines: ReadonlyMap<ConversationId, Timeline>;
  outgoing: readonly Outgoing[];
  /** Changes under way or refused, by `changeKey`. */
  changing: ReadonlyMap<string, Changing>;
  /** What the next message answers, by conversation. */
  replying: ReadonlyMap<ConversationId, Pos>;
  typing: ReadonlyMap<ConversationId, readonly UserId[]>;
  open?: ConversationId;
}
