import { roleOf } from '../../state/summary';
import { useChatState } from './chatContext';

/** Whether this user may write in the conversation. Only for display: the server enforces it. */
export function useCanWrite(conv: number): boolean {
  return useChatState(({ summaries, me }) => {
    const summary = summaries.get(conv);
    if (!summary || summary.kind === 'direct') return true;
    if (summary.archived) return false;
    const role = roleOf(summary, me.id);
    return summary.posting !== 'moderators' || role === 'owner' || role === 'moderator';
  });
}
