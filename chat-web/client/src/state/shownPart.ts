import type { ApiError } from '../connection/http';
import type { ConversationId } from '../protocol/resources';
import type { ChatState } from './chatState';
import type { TimelineMessage } from './timeline';

/** The part of a conversation that is shown: a window away from the newest end, or the timeline. */
export interface ShownPart {
  items: readonly TimelineMessage[];
  loaded: boolean;
  hasOlder: boolean;
  /** Whether newer messages exist that are not part of it. */
  hasNewer: boolean;
  loading?: 'newest' | 'around' | 'older' | 'newer';
  failure?: { what: 'newest' | 'older' | 'newer'; error: ApiError };
  fresh: boolean;
}

const nothing: ShownPart = { items: [], loaded: false, hasOlder: false, hasNewer: false, fresh: true };

export function shownPart(
  { timelines, windows }: Pick<ChatState, 'timelines' | 'windows'>,
  conv: ConversationId,
): ShownPart {
  const window = windows.get(conv);
  if (window) {
    const { items, older, newer, loading, failure } = window;
    return {
      items,
      loaded: true,
      hasOlder: older !== undefined,
      hasNewer: newer !== undefined,
      loading,
      failure,
      fresh: true,
    };
  }
  const timeline = timelines.get(conv);
  if (!timeline) return nothing;
  const { items, loaded, older, loading, failure, fresh } = timeline;
  return { items, loaded, hasOlder: older !== undefined, hasNewer: false, loading, failure, fresh };
}
