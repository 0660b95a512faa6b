import type { ConnectionStatus } from '../connection/serverConnection';
import { ApiError } from '../connection/http';
import type { PendingMessage } from '../outbox/outboxStorage';
import type { Limits, Presence, StoreFrame } from '../protocol/frames';
import type { ConversationId, Cursor, Pos, Totals, User, UserId } from '../protocol/resources';
import type { PendingChange } from './changeQueue';
import type { OwnParts } from './ownParts';
import type { People } from './people';
import type { Summary } from './summary';
import type { Place } from './place';
import type { Timeline } from './timeline';
import type { TimelineWindow } from './timelineWindow';

export type { PendingMessage };
export { ApiError };

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
  /** Whether the server fetches previews of links; absent until `welcome`. */
  previews?: boolean;
  people: People;
  presence: ReadonlyMap<UserId, Presence>;
  summaries: ReadonlyMap<ConversationId, Summary>;
  list: ConversationListState;
  timelines: ReadonlyMap<ConversationId, Timeline>;
  /** Parts of conversations away from the newest end. They are shown instead of the timeline. */
  windows: ReadonlyMap<ConversationId, TimelineWindow>;
  /** Where the open conversation is to be shown; absent until that is known. */
  place?: Place;
  /** The part of the open conversation that the URL names could not be loaded. */
  jumpFailed?: ConversationId;
  /** The conversation of which the user is no longer a member, until another one is opened. */
  gone?: { conv: ConversationId; title?: string; left?: boolean };
  /** The conversation that the user marked as unread; it stays so until it is opened again. */
  keptUnread?: ConversationId;
  /** The totals of the server; absent while they are not known. */
  totals?: Totals & { asked: ReadonlyMap<ConversationId, Summary> };
  favourites: ReadonlySet<ConversationId>;
  own: OwnParts;
  /** Whether `own` is that of the server. */
  ownLoaded: boolean;
  outgoing: readonly PendingMessage[];
  /** Unanswered and refused changes, by `changeKey`. */
  changing: ReadonlyMap<string, PendingChange>;
  /** The message that the next message replies to, by conversation. */
  replying: ReadonlyMap<ConversationId, Pos>;
  /** The message that is being edited. */
  editing?: { conv: ConversationId; pos: Pos };
  /** Users whom own messages name although they are no members, by conversation. */
  notMembers: ReadonlyMap<ConversationId, readonly UserId[]>;
  /** The conversation in which the last own message could not mention everyone. */
  notEveryone?: ConversationId;
  /** How often another device replaced the draft, by conversation. */
  replacedDrafts: ReadonlyMap<ConversationId, number>;
  typing: ReadonlyMap<ConversationId, readonly UserId[]>;
  open?: ConversationId;
}
