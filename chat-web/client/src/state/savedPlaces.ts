import type { ConversationId, UserId } from '../protocol/resources';
import type { SavedPlace } from './place';

/** Where the reader left each conversation. Kept for the tab, so that a reload shows the same messages. */
export class SavedPlaces {
  private readonly prefix: string;

  constructor(
    private readonly storage: Storage,
    user: UserId,
  ) {
    this.prefix = `parley.place.${user}.`;
  }

  read(conv: ConversationId): SavedPlace | undefined {
    const [pos, offset] = (this.storage.getItem(this.prefix + conv) ?? '').split(' ').map(Number);
    return pos && Number.isSafeInteger(pos) && offset !== undefined && Number.isFinite(offset)
      ? { pos, offset }
      : undefined;
  }

  /** Without a place, the conversation was left at its end. */
  write(conv: ConversationId, place: SavedPlace | undefined) {
    try {
      if (place) this.storage.setItem(this.prefix + conv, `${place.pos} ${Math.round(place.offset)}`);
      else this.storage.removeItem(this.prefix + conv);
    } catch {
      // Storage is full or disabled: the conversation opens at its end.
    }
  }
}
