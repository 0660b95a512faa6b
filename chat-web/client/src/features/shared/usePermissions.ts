import { useMemo } from 'react';
import type { Permissions } from '../../state/permissions';
import { permissionsIn } from '../../state/permissions';
import { useChatState } from './chatContext';

/** What this user may do in the conversation. */
export function usePermissions(conv: number): Permissions {
  const me = useChatState((state) => state.me.id);
  const summary = useChatState((state) => state.summaries.get(conv));
  const { isMember, write, react, moderate, own } = permissionsIn(summary, me);
  return useMemo(() => ({ isMember, write, react, moderate, own }), [isMember, write, react, moderate, own]);
}
