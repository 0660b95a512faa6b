import type { ConversationId, Pos } from '../protocol/resources';
import type { Summary } from './summary';
import { isReadKnown } from './summary';

/** A position of the list of messages: a message and the distance of its top from the top of the list, in pixels. */
export interface SavedPlace {
  pos: Pos;
  offset: number;
}

/** What the URL asks for. */
export interface Target {
  pos?: Pos;
  date?: string;
}

export type PlaceKind =
  | { at: 'end' }
  | { at: 'unread'; after: Pos }
  | { at: 'saved'; place: SavedPlace }
  | { at: 'message'; pos: Pos }
  | { at: 'start' };

/** Where a conversation is shown when it is opened. `visit` differs for each opening. */
export type Place = PlaceKind & { conv: ConversationId; visit: number };

/** A message that the URL names, else the first unread one, else where the reader left, else the end. */
export function placeToOpen(summary: Summary | undefined, target: Target, saved: SavedPlace | undefined): PlaceKind {
  if (target.pos !== undefined) return { at: 'message', pos: target.pos };
  if (target.date !== undefined) return { at: 'start' };
  if (summary && summary.unread > 0 && isReadKnown(summary)) return { at: 'unread', after: summary.read };
  if (saved) return { at: 'saved', place: saved };
  return { at: 'end' };
}

/** The position that must be loaded to show the place; absent if the newest page is enough. */
export function neededPosition(place: PlaceKind): Pos | undefined {
  switch (place.at) {
    case 'message':
      return place.pos;
    case 'unread':
      // Zero: nothing has been read yet, and the position of the first message is not known.
      return place.after;
    case 'saved':
      return place.place.pos;
    case 'end':
    case 'start':
      return undefined;
  }
}
