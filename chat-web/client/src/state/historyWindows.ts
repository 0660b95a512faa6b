import type { Api, PageStart } from '../connection/api';
import { MESSAGES_PAGE } from '../connection/firstRequests';
import { ApiError } from '../connection/http';
import type { UpdFrame } from '../protocol/frames';
import type { ConversationId, Message, Page, Pos } from '../protocol/resources';
import type { ChatState } from './chatState';
import type { StoreApi } from 'zustand/vanilla';
import { NEXT_PAGE_SIZE } from './history';
import { withEntry } from './immutableMap';
import { changed } from './timeline';
import type { TimelineWindow } from './timelineWindow';
import { extendedBackwards, extendedForwards, joined, meets, split, windowOf } from './timelineWindow';

type What = 'around' | 'older' | 'newer';
interface Load {
  what: What;
  /** The changes received from the socket while the page was loading. */
  meanwhile: UpdFrame[];
}

/** Loads parts of conversations away from their newest end: around a message, from a day on, and further from there. */
export class HistoryWindows {
  private readonly loads = new Map<ConversationId, Load>();

  constructor(
    private readonly store: StoreApi<ChatState>,
    private readonly api: Pick<Api, 'messages'>,
    private readonly failed: (conv: ConversationId, error: ApiError) => void,
  ) {}

  window(conv: ConversationId): TimelineWindow | undefined {
    return this.store.getState().windows.get(conv);
  }

  /** Whether the page holds the position, or what follows it, without loading anything. */
  covers(conv: ConversationId, pos: Pos): boolean {
    const { timelines, windows } = this.store.getState();
    const window = windows.get(conv);
    const [part, newer] = window ? [window, window.newer !== undefined] : [timelines.get(conv), false];
    const first = part?.items[0]?.pos;
    if (!part || first === undefined) return !window && timelines.get(conv)?.loaded === true;
    const afterStart = pos >= first || part.older === undefined;
    return afterStart && (!newer || pos < (part.items.at(-1)?.pos ?? -1));
  }

  /** Shows the newest part again. */
  leave(conv: ConversationId) {
    this.loads.delete(conv);
    this.set(conv, undefined);
  }

  /** Shows what is around the position. */
  async around(conv: ConversationId, pos: Pos) {
    if (this.window(conv) && this.timelineCovers(conv, pos)) this.leave(conv);
    if (this.covers(conv, pos)) return;
    await this.load(conv, 'around', { around: pos }, windowOf);
  }

  /** Shows the first messages of the day and what follows. */
  async date(conv: ConversationId, date: string) {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    await this.load(conv, 'around', { date, zone }, windowOf);
  }

  older(conv: ConversationId) {
    const window = this.window(conv);
    if (window?.older === undefined || this.loads.has(conv)) return;
    void this.load(conv, 'older', { before: window.older }, (page, now) => extendedBackwards(now, page));
  }

  newer(conv: ConversationId) {
    const window = this.window(conv);
    if (window?.newer === undefined || this.loads.has(conv)) return;
    void this.load(conv, 'newer', { after: window.newer }, (page, now) => extendedForwards(now, page));
  }

  /** Moves the oldest part of a timeline that has become too long to a window, and shows that. */
  splitTimeline(conv: ConversationId) {
    const timeline = this.store.getState().timelines.get(conv);
    const window = timeline && split(timeline);
    if (window) this.set(conv, window);
  }

  changed(change: UpdFrame) {
    this.loads.get(change.conv)?.meanwhile.push(change);
    const window = this.window(change.conv);
    if (window) this.set(change.conv, { ...window, items: changed(window.items, change) });
  }

  /** A conversation whose missed changes were not sent has to be loaded again where it is shown. */
  recovered(isRecovered: (conv: ConversationId) => boolean) {
    for (const [conv, window] of this.store.getState().windows) {
      const middle = window.items[Math.floor(window.items.length / 2)]?.pos;
      if (isRecovered(conv) || middle === undefined) continue;
      // A failure is reported, and the window stays as it was.
      this.load(conv, 'around', { around: middle }, windowOf).catch(() => undefined);
    }
  }

  /** Joins the window to the newest part once they meet. */
  join(conv: ConversationId) {
    const { timelines, windows } = this.store.getState();
    const window = windows.get(conv);
    const timeline = timelines.get(conv);
    if (!window || !timeline || window.loading || !meets(window, timeline)) return;
    this.store.setState({
      timelines: withEntry(timelines, conv, joined(window, timeline)),
      windows: withEntry(windows, conv, undefined),
    });
  }

  drop(conv: ConversationId) {
    this.leave(conv);
  }

  stop() {
    this.loads.clear();
  }

  private timelineCovers(conv: ConversationId, pos: Pos) {
    const timeline = this.store.getState().timelines.get(conv);
    return (
      timeline?.loaded === true && pos >= (timeline.older === undefined ? 0 : (timeline.items[0]?.pos ?? Infinity))
    );
  }

  private async load(
    conv: ConversationId,
    what: What,
    start: PageStart,
    extend: (page: Page<Message>, now: TimelineWindow) => TimelineWindow,
  ) {
    const load: Load = { what, meanwhile: [] };
    this.loads.set(conv, load);
    const before = this.window(conv) ?? { items: [] };
    if (what !== 'around' || this.window(conv)) this.set(conv, { ...before, loading: what, failure: undefined });
    try {
      const page = await this.api.messages(conv, start, what === 'around' ? MESSAGES_PAGE : NEXT_PAGE_SIZE);
      if (this.loads.get(conv) !== load) return;
      this.loads.delete(conv);
      const next = extend(page, this.window(conv) ?? before);
      this.set(conv, { ...next, items: load.meanwhile.reduce(changed, next.items) });
      this.join(conv);
    } catch (error) {
      if (this.loads.get(conv) !== load) return;
      this.loads.delete(conv);
      const failure = error instanceof ApiError ? error : new ApiError(0, 'unreachable');
      const window = this.window(conv);
      // A jump that fails leaves what is shown.
      if (window)
        this.set(conv, {
          ...window,
          loading: undefined,
          failure: what === 'around' ? undefined : { what, error: failure },
        });
      this.failed(conv, failure);
      if (what === 'around') throw failure;
    }
  }

  private set(conv: ConversationId, window: TimelineWindow | undefined) {
    const { windows } = this.store.getState();
    if (windows.get(conv) !== window) this.store.setState({ windows: withEntry(windows, conv, window) });
  }
}
