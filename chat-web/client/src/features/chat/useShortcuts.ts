import { useEffect } from 'react';
import { nextRegion } from '../../a11y/regions';
import type { Chat } from '../../state/chat';
import { neighbour, sections } from '../conversations/sections';
import { useChat } from '../shared/chatContext';
import { filterList, shell, show } from '../shared/shell';
import { go, goTo } from '../shared/useRoute';

/** The keyboard shortcuts that work everywhere on the page. The list that people see is in Shortcuts.tsx. */
export function useShortcuts(open: number | undefined) {
  const chat = useChat();
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const action = shortcut(event);
      if (!action) return;
      event.preventDefault();
      run(action, chat, open);
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, [chat, open]);
}

type Action =
  | { do: 'switcher' | 'shortcuts' | 'unread' | 'mentions' | 'search' | 'readAll' }
  | { do: 'region'; step: 1 | -1 }
  | { do: 'conversation'; step: 1 | -1; unreadOnly: boolean };

export function shortcut(event: KeyboardEvent): Action | undefined {
  const { key, shiftKey, altKey } = event;
  const control = event.ctrlKey || event.metaKey;
  if (control && !altKey && !shiftKey && key.toLowerCase() === 'k') return { do: 'switcher' };
  if (control && !altKey && key === '/') return { do: 'shortcuts' };
  if (control && shiftKey && !altKey && key.toLowerCase() === 'u') return { do: 'unread' };
  if (control && shiftKey && !altKey && key.toLowerCase() === 'm') return { do: 'mentions' };
  if (control && shiftKey && !altKey && key.toLowerCase() === 'f') return { do: 'search' };
  if (key === 'Escape' && shiftKey && !control && !altKey) return { do: 'readAll' };
  if (key === 'F6' && !control && !altKey) return { do: 'region', step: shiftKey ? -1 : 1 };
  if (altKey && !control && (key === 'ArrowUp' || key === 'ArrowDown'))
    return { do: 'conversation', step: key === 'ArrowDown' ? 1 : -1, unreadOnly: shiftKey };
  if (key === '?' && !control && !altKey && !isTextField(event.target)) return { do: 'shortcuts' };
  return undefined;
}

function run(action: Action, chat: Chat, open: number | undefined) {
  switch (action.do) {
    case 'switcher':
    case 'shortcuts':
      return show(action.do);
    case 'unread':
      return filterList(shell.getState().filter === 'unread' ? 'all' : 'unread');
    case 'readAll':
      return void chat.readAll();
    case 'mentions':
      return go({ view: 'mentions' });
    case 'search':
      return go({ view: 'search', q: '' });
    case 'region':
      return nextRegion(action.step);
    case 'conversation': {
      const { summaries, favourites, own, me } = chat.store.getState();
      const list = sections(summaries.values(), favourites, shell.getState().filter, open, own, me.id);
      const next = neighbour(list, open, action.step, action.unreadOnly, own);
      return next === undefined ? undefined : goTo(next);
    }
  }
}

function isTextField(target: EventTarget | null) {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
