import { partner } from '../../state/summary';
import type { TimelineMessage } from '../../state/timeline';
import { useChatState } from '../shared/chatContext';

/** The position of the last own message that the other user of a direct conversation has read. */
export function useSeen(conv: number, items: readonly TimelineMessage[]): number | undefined {
  const me = useChatState((state) => state.me.id);
  const read = useChatState((state) => {
    const summary = state.summaries.get(conv);
    const other = summary && partner(summary, me);
    return summary?.members?.find((member) => member.user === other)?.read;
  });
  return items.findLast((item) => item.from === me && item.pos <= (read ?? -1))?.pos;
}
