import { fullJitter } from '../connection/backoff';
import type { Api } from '../connection/api';
import { MESSAGES_PAGE } from '../connection/firstRequests';
import { ApiError } from '../connection/http';
import type { ConversationId, Message, Page } from '../protocol/resources';
import type { ChatState } from './chatState';
import type { StoreApi } from 'zustand/vanilla';
import { withEntry } from './immutableMap';
import type { TimelineEntry, Timeline } from './timeline';
import { changed, fromPage, keepingNewer, notLoaded, received, trimmed, withOlder } from './timeline';

/** Of what follows a page in either direction: who scrolls fast meets the edge less often. */
export const NEXT_PAGE_SIZE = 200;
/** Limits the messages of one conversation that are held while its newest ones are shown. */
const TRIM_TO = 200;
const TRIM_ABOVE = 400;
/** Number of conversations held in memory, which are resumed after a reconnect. */
const MAX_CONVERSATIONS = 20;

interface Load {
  what: 'newest' | 'older';
  /** The entries received from the socket while the page was loading. */
  meanwhile: TimelineEntry[];
}

/** Loads pages of history and merges them with live entries, without gaps. */
export class History {
  private readonly loads = new Map<ConversationId, Load>();
  private readonly retries = new Map<ConversationId, { timer: ReturnType<typeof setTimeout>; attempt: number }>();

  constructor(
    private readonly store: StoreApi<ChatState>,
    private readonly api: Pick<Api, 'messages'>,
    private readonly onLoaded: (conv: ConversationId, messages: readonly Message[]) => void,
    private readonly failed: (conv: ConversationId, error: ApiError) => void,
  ) {}

  timeline(conv: ConversationId): Timeline {
    return this.store.getState().timelines.get(conv) ?? notLoaded;
  }

  /** Marks the conversation as most recently used, and loads it if necessary. */
  open(conv: ConversationId) {
    const { timelines } = this.store.getState();
    const timeline = this.timeline(conv);
    // Last in the map: `evict` removes the first ones.
    this.store.setState({ timelines: withEntry(withEntry(timelines, conv, undefined), conv, timeline) });
    this.evict();
    if (!timeline.loaded || timeline.failure?.what === 'newest') this.reload(conv);
  }

  /** Loads the newest page, which replaces the timeline when it arrives. */
  reload(conv: ConversationId) {
    if (this.loads.get(conv)?.what !== 'newest') void this.load(conv, 'newest');
  }

  older(conv: ConversationId) {
    const { older } = this.timeline(conv);
    if (older !== undefined && !this.loads.has(conv)) void this.load(conv, 'older');
  }

  receive(conv: ConversationId, entry: TimelineEntry) {
    if (!this.store.getState().timelines.has(conv)) return;
    this.loads.get(conv)?.meanwhile.push(entry);
    const { timeline, gap } = received(this.timeline(conv), entry);
    this.setTimeline(conv, timeline);
    if (gap) this.reload(conv);
  }

  /**
   * To be called after `welcome`. Recovered conversations get what they missed over the socket. The others are loaded
   * again, also if a load is in progress, because it may lack entries.
   */
  recovered(isRecovered: (conv: ConversationId) => boolean) {
    this.clearOlderFailures();
    for (const conv of this.store.getState().timelines.keys()) {
      if (isRecovered(conv)) continue;
      this.loads.delete(conv);
      this.reload(conv);
    }
  }

  /** Lets the user load earlier messages again after a failure. */
  clearOlderFailures() {
    for (const [conv, timeline] of this.store.getState().timelines) {
      if (timeline.failure?.what === 'older') this.setTimeline(conv, { ...timeline, failure: undefined });
    }
  }

  /** Drops the oldest messages; to be called while the newest ones are shown. */
  trim(conv: ConversationId) {
    const timeline = this.timeline(conv);
    if (timeline.items.length > TRIM_ABOVE && !this.loads.has(conv)) this.setTimeline(conv, trimmed(timeline, TRIM_TO));
  }

  /** Drops all but the newest messages, also while others are shown; to be called after those were moved to a window. */
  trimAfterSplit(conv: ConversationId) {
    this.setTimeline(conv, trimmed(this.timeline(conv), TRIM_TO));
  }

  drop(conv: ConversationId) {
    this.loads.delete(conv);
    this.cancelRetry(conv);
    this.store.setState({ timelines: withEntry(this.store.getState().timelines, conv, undefined) });
  }

  stop() {
    this.loads.clear();
    [...this.retries.keys()].forEach((conv) => this.cancelRetry(conv));
  }

  private async load(conv: ConversationId, what: Load['what']) {
    this.cancelRetry(conv, true);
    const load: Load = { what, meanwhile: [] };
    this.loads.set(conv, load);
    this.setTimeline(conv, { ...this.timeline(conv), loading: what });
    const before = what === 'older' ? this.timeline(conv).older : undefined;
    try {
      const page = await this.api.messages(conv, { before }, what === 'older' ? NEXT_PAGE_SIZE : MESSAGES_PAGE);
      if (this.loads.get(conv) === load) this.arrived(conv, load, page);
    } catch (error) {
      if (this.loads.get(conv) === load) this.loadFailed(conv, load, error);
    }
  }

  private arrived(conv: ConversationId, { what, meanwhile }: Load, page: Page<Message>) {
    this.loads.delete(conv);
    this.cancelRetry(conv, page.fresh === false);
    if (what === 'older') {
      const whole = withOlder(this.timeline(conv), page);
      const changes = meanwhile.flatMap((entry) => ('change' in entry ? [entry.change] : []));
      this.setTimeline(conv, { ...whole, items: changes.reduce(changed, whole.items) });
      this.onLoaded(conv, page.items);
      return;
    }
    let timeline = keepingNewer(fromPage(page), this.timeline(conv));
    let gap = false;
    for (const entry of meanwhile) {
      const step = received(timeline, entry);
      timeline = step.timeline;
      gap ||= step.gap;
    }
    this.setTimeline(conv, timeline);
    // After the timeline has them, so that no message disappears in between.
    this.onLoaded(conv, page.items);
    if (!timeline.fresh) this.reloadLater(conv);
    else if (gap) this.reload(conv);
  }

  private loadFailed(conv: ConversationId, { what }: Load, error: unknown) {
    this.loads.delete(conv);
    const failure = error instanceof ApiError ? error : new ApiError(0, 'unreachable');
    this.setTimeline(conv, { ...this.timeline(conv), loading: undefined, failure: { what, error: failure } });
    this.failed(conv, failure);
    if (what !== 'newest' || !failure.transient || !this.store.getState().timelines.has(conv)) return;
    this.reloadLater(conv, failure.retryAfterMs);
  }

  private reloadLater(conv: ConversationId, waitMs?: number) {
    const attempt = (this.retries.get(conv)?.attempt ?? 0) + 1;
    const delay = waitMs ?? 1_000 + fullJitter(attempt);
    this.retries.set(conv, { attempt, timer: setTimeout(() => this.reload(conv), delay) });
  }

  private cancelRetry(conv: ConversationId, keepAttempt = false) {
    const retry = this.retries.get(conv);
    clearTimeout(retry?.timer);
    if (!keepAttempt) this.retries.delete(conv);
  }

  private evict() {
    const { timelines, open } = this.store.getState();
    const evicted = [...timelines.keys()].filter((conv) => conv !== open).slice(0, -MAX_CONVERSATIONS);
    evicted.forEach((conv) => this.drop(conv));
  }

  private setTimeline(conv: ConversationId, timeline: Timeline) {
    this.store.setState({ timelines: withEntry(this.store.getState().timelines, conv, timeline) });
  }
}
