import type { ConversationId } from '../protocol/resources';
import type { ChatState } from './chatState';
import type { OwnState } from './ownState';
import type { StoreApi } from 'zustand/vanilla';

/** The conversations at the top of the list: the same on all devices, and kept here for the next start of the page. */
export class Favourites {
  private readonly key: string;
  private readonly unsubscribe: () => void;

  constructor(
    private readonly store: StoreApi<ChatState>,
    private readonly own: Pick<OwnState, 'set'>,
    private readonly storage: Storage,
  ) {
    this.key = `parley.favourites.${store.getState().me.id}`;
    store.setState({ favourites: new Set(this.saved()) });
    this.unsubscribe = store.subscribe((now, before) => {
      if (now.ownLoaded && now.own.sidebar !== before.own.sidebar) this.show(new Set(now.own.sidebar.favourites));
    });
  }

  toggle(conv: ConversationId) {
    const favourites = new Set(this.store.getState().favourites);
    if (!favourites.delete(conv)) favourites.add(conv);
    this.show(favourites);
    const { own, ownLoaded } = this.store.getState();
    if (!ownLoaded) return;
    this.own.set('sidebar', { ...own.sidebar, favourites: [...favourites] }).catch((error: unknown) => {
      console.warn('The server refused the favourites. Those of the server are shown.', error);
    });
  }

  stop() {
    this.unsubscribe();
  }

  private show(favourites: ReadonlySet<ConversationId>) {
    this.store.setState({ favourites });
    try {
      this.storage.setItem(this.key, [...favourites].join(' '));
    } catch {
      // Storage is full or disabled: they are shown once the server has answered.
    }
  }

  private saved(): ConversationId[] {
    return (this.storage.getItem(this.key) ?? '').split(' ').map(Number).filter(Boolean);
  }
}
