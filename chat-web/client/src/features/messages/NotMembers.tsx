import { Suspense } from 'react';
import { NotMembersNotice } from '../../compose/lazyParts';
import type { ConversationId } from '../../protocol/resources';
import { useChat, useChatState } from '../shared/chatContext';
import { nameOf } from '../shared/names';

/** Offers to add the people whom the last message names although they are no members. */
export function NotMembers({ conv }: { conv: ConversationId }) {
  const chat = useChat();
  const people = useChatState((state) => state.people);
  const users = useChatState((state) => state.notMembers.get(conv));
  const group = useChatState((state) => state.summaries.get(conv)?.kind === 'group');
  if (!users) return null;
  return (
    <Suspense>
      <NotMembersNotice
        people={users.map((id) => ({ id, name: nameOf(people, id) }))}
        onAdd={group ? () => chat.addNotMembers(conv) : undefined}
        onDismiss={() => chat.dismissNotMembers(conv)}
      />
    </Suspense>
  );
}
