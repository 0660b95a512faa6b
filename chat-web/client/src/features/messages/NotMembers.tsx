import { Suspense } from 'react';
import { NotMembersNotice } from '../../compose/lazyParts';
import { texts } from '../../i18n';
import type { ConversationId } from '../../protocol/resources';
import { StatusRegion } from '../../ui/StatusRegion';
import { useChat, useChatState } from '../shared/chatContext';
import { nameOf } from '../shared/names';
import { PersonButton } from '../shared/PersonButton';
import { usePermissions } from '../shared/usePermissions';

/** Informs the author about people whom the last message names but does not mention, and offers to add them. */
export function NotMembers({ conv }: { conv: ConversationId }) {
  const chat = useChat();
  const people = useChatState((state) => state.people);
  const users = useChatState((state) => state.notMembers.get(conv));
  const { addMembers } = usePermissions(conv);
  const notEveryone = useChatState((state) => state.notEveryone === conv);
  if (notEveryone) {
    return (
      <StatusRegion className="not-members">
        <p>{texts.compose.notEveryone}</p>
        <button type="button" className="button button--small" onClick={() => chat.dismissNotEveryone()}>
          {texts.compose.dismiss}
        </button>
      </StatusRegion>
    );
  }
  if (!users) return null;
  return (
    <Suspense>
      <NotMembersNotice
        people={users.map((id) => ({ id, name: nameOf(people, id) }))}
        renderName={(name, id) => <PersonButton user={id}>{name}</PersonButton>}
        onAdd={addMembers ? () => chat.addNotMembers(conv) : undefined}
        onDismiss={() => chat.dismissNotMembers(conv)}
      />
    </Suspense>
  );
}
