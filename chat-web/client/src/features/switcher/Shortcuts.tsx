import { useState } from 'react';
import { texts } from '../../i18n';
import { folded } from '../../text/search';
import ModalDialog from '../../ui/overlays/ModalDialog';

type ActionName = keyof typeof texts.shortcuts.actions;

/** The keys of each action. They are handled in useShortcuts.ts, useMessageKeys.ts and the composer. */
const groups: Record<keyof typeof texts.shortcuts.groups, [ActionName, ...string[]][]> = {
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
    ['editLast', '↑'],
    ['cancel', 'Escape'],
  ],
};

/** The searchable list of keyboard shortcuts. */
export default function Shortcuts({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState('');
  const matches = ([name, ...keys]: [ActionName, ...string[]]) =>
    folded(`${texts.shortcuts.actions[name]} ${keys.join(' ')}`).includes(folded(query.trim()));
  const found = Object.entries(groups)
    .map(([name, items]) => ({ name: name as keyof typeof groups, items: items.filter(matches) }))
    .filter(({ items }) => items.length > 0);
  return (
    <ModalDialog title={texts.shortcuts.title} onClose={onClose}>
      <input
        type="search"
        className="input"
        autoFocus
        aria-label={texts.shortcuts.search}
        placeholder={texts.shortcuts.search}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      {found.length === 0 && <p role="status">{texts.shortcuts.none}</p>}
      {found.map(({ name, items }) => (
        <section key={name} className="shortcuts">
          <h3>{texts.shortcuts.groups[name]}</h3>
          <dl>
            {items.map(([action, ...keys]) => (
              <div key={action} className="shortcuts__one">
                <dt>{texts.shortcuts.actions[action]}</dt>
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
