import type { ConversationId } from '../protocol/resources';
import type { ChatState } from './chatState';
import type { StoreApi } from 'zustand/vanilla';

/** The conversations at the top of the list, as chosen by the user of this browser. */
export class Favourites {
  private readonly key: string;

  constructor(
    private readonly store: StoreApi<ChatState>,
    private readonly storage: Storage,
  ) {
    this.key = `parley.favourites.${store.getState().me.id}`;
    store.setState({ favourites: new Set(this.saved()) });
  }

  toggle(conv: ConversationId) {
    const favourites = new Set(this.store.getState().favourites);
    if (!favourites.delete(conv)) favourites.add(conv);
    this.store.setState({ favourites });
    try {
      this.storage.setItem(this.key, [...favourites].join(' '));
    } catch {
      // Storage is full or disabled: the choice is lost when the page is closed.
    }
  }

  private saved(): ConversationId[] {
    return (this.storage.getItem(this.key) ?? '').split(' ').map(Number).filter(Boolean);
  }
}
