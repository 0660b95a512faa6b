import { texts } from '../../i18n';
import type { Folder } from '../../protocol/ownState';
import { Icon } from '../../ui/Icon';
import { MenuButton } from '../../ui/MenuButton';
import { useChat } from '../shared/chatContext';
import { show } from '../shared/shell';
import { ConversationItem } from './ConversationItem';
import type { Section } from './sections';

/** A section of the list. Those that the user has made can be closed, and have a menu. */
export function SectionView({ section, open }: { section: Section; open: number | undefined }) {
  const { id, folder, items } = section;
  return (
    <section aria-labelledby={`section-${id}`}>
      {folder ? (
        <FolderHead folder={folder} />
      ) : (
        <h2 className="section" id={`section-${id}`}>
          {texts.list.sections[id]}
        </h2>
      )}
      <ul>
        {items.map((summary) => (
          <ConversationItem key={summary.id} summary={summary} open={summary.id === open} />
        ))}
      </ul>
    </section>
  );
}

function FolderHead({ folder: { id, name, collapsed } }: { folder: Folder }) {
  const { folders } = useChat();
  const { folder: words } = texts;

  function act(action: string) {
    if (action === 'rename') show('folder', { id });
    else if (action === 'remove') {
      report(folders.remove(id));
      focusFilter();
    } else report(folders.move(id, action === 'up' ? -1 : 1));
  }
  return (
    <div className="section section--folder">
      <h2 id={`section-folder-${id}`}>
        <button
          type="button"
          className="section__toggle"
          aria-expanded={!collapsed}
          onClick={() => report(folders.collapse(id, !collapsed))}
        >
          <Icon name="chevron" size={12} />
          <bdi>{name}</bdi>
        </button>
      </h2>
      <MenuButton
        label={words.actions(name)}
        className="section__menu"
        groups={[
          {
            entries: [
              { id: 'rename', label: words.rename, icon: 'edit' },
              { id: 'up', label: words.up },
              { id: 'down', label: words.down },
              { id: 'remove', label: words.remove, icon: 'remove' },
            ],
          },
        ]}
        onAction={act}
      >
        <Icon name="more" size={16} />
      </MenuButton>
    </div>
  );
}

/** The menu that had the focus is gone. Deferred: a closing menu first returns the focus. */
function focusFilter() {
  setTimeout(() => document.querySelector<HTMLElement>('.filters [aria-pressed="true"]')?.focus(), 100);
}

function report(change: Promise<void>) {
  change.catch((error: unknown) => {
    console.warn('The server refused the sections. Those of the server are shown.', error);
  });
}
