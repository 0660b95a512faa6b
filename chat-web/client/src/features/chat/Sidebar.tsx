import { texts } from '../../i18n';
import type { Session } from '../../state/session';
import { Icon } from '../../ui/Icon';
import { MenuButton } from '../../ui/MenuButton';
import { ConversationListView } from '../conversations/ConversationListView';
import { useChatState } from '../shared/chatContext';
import { show } from '../shared/shell';
import { go } from '../shared/useRoute';
import { GoneNotice } from './GoneNotice';
import { AccountMenu } from './AccountMenu';
import { SidebarWidth } from './SidebarWidth';

interface Props {
  session: Session;
  open: number | undefined;
  /** Whether it is all that the window shows. */
  only: boolean;
}

/** One row with everything that is not a conversation, and the list of conversations. */
export function Sidebar({ session, open, only }: Props) {
  const ownLoaded = useChatState((state) => state.ownLoaded);

  function create(id: string) {
    if (id === 'browse') go({ view: 'channels' });
    else if (id === 'folder') show('folder', {});
    else show(id === 'channel' ? 'newChannel' : 'newMessage');
  }
  return (
    <div
      className="sidebar"
      role={only ? 'main' : 'complementary'}
      aria-label={texts.chat.sidebar}
      data-region
      tabIndex={-1}
    >
      {only && <h1 className="visually-hidden">{texts.chat.conversations}</h1>}
      <div className="sidebar__row">
        <AccountMenu session={session} />
        <button
          type="button"
          className="sidebar__search"
          data-testid="search"
          aria-haspopup="dialog"
          aria-keyshortcuts="Control+K"
          onClick={() => show('switcher')}
        >
          <Icon name="search" size={16} />
          <span>{texts.chat.search}</span>
          <kbd aria-hidden="true">Ctrl K</kbd>
        </button>
        <MenuButton
          label={texts.chat.create}
          testId="create"
          onAction={create}
          groups={[
            {
              entries: [
                { id: 'message', label: texts.chat.newMessage, icon: 'edit' },
                { id: 'channel', label: texts.chat.newChannel, icon: 'channel' },
                { id: 'browse', label: texts.chat.browseChannels, icon: 'search' },
                ...(ownLoaded ? [{ id: 'folder', label: texts.folder.create, icon: 'group' as const }] : []),
              ],
            },
          ]}
        >
          <Icon name="plus" />
        </MenuButton>
      </div>
      {only && <GoneNotice />}
      <ConversationListView open={open} />
      <SidebarWidth />
    </div>
  );
}
