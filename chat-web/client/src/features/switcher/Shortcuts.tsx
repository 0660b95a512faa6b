import { useState } from 'react';
import { shortcutTexts } from '../../i18n/enShortcuts';
import { folded } from '../../text/search';
import ModalDialog from '../../ui/overlays/ModalDialog';
import '../directory/directory.css';

type ActionName = keyof typeof shortcutTexts.actions;

/** The keys of each action. They are handled in useShortcuts.ts, useMessageKeys.ts and the composer. */
const groups: Record<keyof typeof shortcutTexts.groups, [ActionName, ...string[]][]> = {
  move: [
    ['switcher', 'Ctrl+K'],
    ['previous', 'Alt+↑'],
    ['next', 'Alt+↓'],
    ['previousUnread', 'Alt+Shift+↑'],
    ['nextUnread', 'Alt+Shift+↓'],
    ['back', 'Alt+←'],
    ['forward', 'Alt+→'],
    ['unread', 'Ctrl+Shift+U'],
    ['mentions', 'Ctrl+Shift+M'],
    ['searchMessages', 'Ctrl+Shift+F'],
    ['markAllRead', 'Shift+Escape'],
    ['conversationMenu', 'Shift+F10'],
    ['regions', 'F6'],
    ['shortcuts', '?', 'Ctrl+/'],
  ],
  list: [
    ['messages', '↓ ↑', 'J K'],
    ['reply', 'R'],
    ['edit', 'E'],
    ['react', '+'],
    ['markUnread', 'U'],
    ['copyLink', 'L'],
    ['remove', 'Delete'],
    ['menu', 'Enter'],
  ],
  write: [
    ['send', 'Enter'],
    ['newLine', 'Shift+Enter'],
    ['bold', 'Ctrl+B'],
    ['italic', 'Ctrl+I'],
    ['strike', 'Ctrl+Shift+X'],
    ['code', 'Ctrl+E'],
    ['editLast', '↑'],
    ['cancel', 'Escape'],
  ],
};

/** The searchable list of keyboard shortcuts. */
export default function Shortcuts({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState('');
  const matches = ([name, ...keys]: [ActionName, ...string[]]) =>
    folded(`${shortcutTexts.actions[name]} ${keys.join(' ')}`).includes(folded(query.trim()));
  const found = Object.entries(groups)
    .map(([name, items]) => ({ name: name as keyof typeof groups, items: items.filter(matches) }))
    .filter(({ items }) => items.length > 0);
  return (
    <ModalDialog title={shortcutTexts.title} onClose={onClose}>
      <input
        type="search"
        className="input"
        autoFocus
        aria-label={shortcutTexts.search}
        placeholder={shortcutTexts.search}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      {found.length === 0 && <p role="status">{shortcutTexts.none}</p>}
      {found.map(({ name, items }) => (
        <section key={name} className="shortcuts">
          <h3>{shortcutTexts.groups[name]}</h3>
          <dl>
            {items.map(([action, ...keys]) => (
              <div key={action} className="shortcuts__one">
                <dt>{shortcutTexts.actions[action]}</dt>
                <dd>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </ModalDialog>
  );
}
