import type { RefObject } from 'react';
import { texts } from '../../i18n';
import type { Summary } from '../../state/summary';
import { OverlayPart } from '../../ui/overlays/OverlayPart';
import { MenuPopover } from '../../ui/overlays/lazyOverlays';
import { useChat, useChatState } from '../shared/chatContext';
import { showDetails } from '../shared/shell';
import { goTo } from '../shared/useRoute';

interface Props {
  summary: Summary;
  title: string;
  triggerRef: RefObject<HTMLElement | null>;
  onClose: () => void;
}

/** What can be done with a conversation in the list, without opening it. */
export function ConversationMenu({ summary: { id, unread }, title, triggerRef, onClose }: Props) {
  const chat = useChat();
  const favourite = useChatState((state) => state.favourites.has(id));

  function act(action: string) {
    if (action === 'read') chat.readConversation(id);
    else if (action === 'favourite') chat.favourites.toggle(id);
    else {
      goTo(id);
      showDetails(true);
    }
  }
  return (
    <OverlayPart onClose={onClose}>
      <MenuPopover
        label={texts.list.actions(title)}
        triggerRef={triggerRef}
        groups={[
          {
            entries: [
              ...(unread > 0 ? [{ id: 'read', label: texts.list.markRead, icon: 'tick' as const }] : []),
              {
                id: 'favourite',
                label: favourite ? texts.channel.unfavourite : texts.channel.favourite,
                icon: 'star',
              },
              { id: 'details', label: texts.channel.details, icon: 'details' },
            ],
          },
        ]}
        onAction={act}
        onClose={onClose}
        placement="bottom start"
      />
    </OverlayPart>
  );
}
