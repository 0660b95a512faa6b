import { useMemo } from 'react';
import type { Permissions } from '../../state/groupPermissions';
import { permissionsIn } from '../../state/groupPermissions';
import { useChatState } from './chatContext';

/** What this user may do in the conversation. The same object as long as nothing changes. */
export function usePermissions(conv: number): Permissions {
  const me = useChatState((state) => state.me.id);
  const summary = useChatState((state) => state.summaries.get(conv));
  const { isMember, closed, write, react, revokeOthers, addMembers, moderate } = permissionsIn(summary, me);
  return useMemo(
    () => ({ isMember, closed, write, react, revokeOthers, addMembers, moderate }),
    [isMember, closed, write, react, revokeOthers, addMembers, moderate],
  );
}
