import { ApiError } from '../connection/http';
import type { ConversationId } from '../protocol/resources';
import type { ChatState } from './chatState';
import type { History } from './history';
import type { HistoryWindows } from './historyWindows';
import type { StoreApi } from 'zustand/vanilla';
import type { PlaceKind, SavedPlace, Target } from './place';
import { neededPosition, placeToOpen } from './place';
import type { SavedPlaces } from './savedPlaces';

const WAIT_FOR_SUMMARY_MS = 3_000;

/**
 * Decides where the open conversation is shown, and loads what that needs. The decision is made once the newest page and
 * the unread state are both known, whichever arrives first.
 */
export class Reader {
  private wanted?: { conv: ConversationId; target: Target; decided?: true };
  private visit = 0;
  private timer?: ReturnType<typeof setTimeout>;
  /** Whether the unread state did not arrive in time. */
  private waited = false;
  private readonly unsubscribe: () => void;

  constructor(
    private readonly store: StoreApi<ChatState>,
    private readonly history: History,
    private readonly windows: HistoryWindows,
    private readonly places: SavedPlaces,
  ) {
    this.unsubscribe = store.subscribe(() => this.decide());
  }

  open(conv: ConversationId, target: Target) {
    const { place } = this.store.getState();
    // Another message of the conversation that is already shown: what is on the screen stays until it is loaded.
    if (place?.conv !== conv) this.store.setState({ place: undefined });
    this.store.setState({ jumpFailed: undefined });
    this.wanted = { conv, target };
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waited = false;
    this.decide();
  }

  close() {
    this.wanted = undefined;
    this.store.setState({ place: undefined });
  }

  /** The reader left the conversation here; at its end without a place. */
  left(conv: ConversationId, place: SavedPlace | undefined) {
    this.places.write(conv, place);
  }

  older(conv: ConversationId) {
    if (this.windows.window(conv)) this.windows.older(conv);
    else this.history.older(conv);
  }

  newer(conv: ConversationId) {
    this.windows.newer(conv);
  }

  toEnd(conv: ConversationId) {
    this.windows.leave(conv);
    this.show(conv, { at: 'end' });
  }

  /** Tries again to show what the URL asks for. */
  again() {
    if (this.wanted) this.open(this.wanted.conv, this.wanted.target);
  }

  stop() {
    clearTimeout(this.timer);
    this.unsubscribe();
  }

  private decide() {
    const { wanted } = this;
    if (!wanted || wanted.decided) return;
    const { conv, target } = wanted;
    const { timelines, summaries } = this.store.getState();
    const summary = summaries.get(conv);
    const timeline = timelines.get(conv);
    // What waits to be sent is shown also while nothing can be loaded.
    if (!timeline?.loaded && !timeline?.failure) return;
    if (!summary && !this.waited) {
      this.timer ??= setTimeout(() => {
        this.waited = true;
        this.decide();
      }, WAIT_FOR_SUMMARY_MS);
      return;
    }
    wanted.decided = true;
    void this.load(conv, target, placeToOpen(summary, target, this.places.read(conv)));
  }

  private async load(conv: ConversationId, target: Target, place: PlaceKind) {
    const { wanted } = this;
    try {
      const needed = neededPosition(place);
      if (target.date !== undefined) await this.windows.date(conv, target.date);
      else if (needed !== undefined) await this.windows.around(conv, needed);
      else if (this.windows.window(conv)) this.windows.leave(conv);
      if (this.wanted === wanted) this.show(conv, place);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (this.wanted !== wanted) return;
      this.store.setState({ jumpFailed: conv });
      this.show(conv, { at: 'end' });
    }
  }

  private show(conv: ConversationId, place: PlaceKind) {
    this.store.setState({ place: { ...place, conv, visit: ++this.visit } });
  }
}
