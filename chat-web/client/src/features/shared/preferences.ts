import type { Preferences } from '../../protocol/ownState';
import type { Chat } from '../../state/chat';

type Changes = Partial<Pick<Preferences, 'theme' | 'density' | 'enterSends' | 'hideLastSeen' | 'language' | 'zone'>>;

/** Changes preferences on all devices. Until the server has answered once, they are only those of this browser. */
export function changePreferences(chat: Chat, changes: Changes) {
  const { own, ownLoaded } = chat.store.getState();
  const { preferences } = own;
  const same = Object.entries(changes).every(([name, value]) => preferences[name] === value);
  if (!ownLoaded || same) return;
  chat.own.set('preferences', { ...preferences, ...changes }).catch((error: unknown) => {
    console.warn('The server refused the preferences. Those of the server are in effect.', error);
  });
}
