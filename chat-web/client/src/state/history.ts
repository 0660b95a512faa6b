import { fullJitter } from '../connection/backoff';
import type { Api } from '../connection/api';
import { ApiError } from '../connection/http';
import type { ConversationId, Message, Page } from '../protocol/resources';
import type { ChatState } from './chatState';
import type { StoreApi } from 'zustand/vanilla';
import { withEntry } from './immutableMap';
import type { TimelineEntry, Timeline } from './timeline';
import { changed, fromPage, keepingNewer, receive, trimmed, unknown, withOlder } from './timeline';

const PAGE = 50;
/** A long evening in one conversation must not make the page slow. */
const KEEP = 200;
const TRIM_ABOVE = 400;
/** Conversations kept whole in memory, and so caught up with after a reconnect. */
const KEEP_CONVERSATIONS = 20;

interface Load {
  what: 'newest' | 'older';
  /** What came over the socket while the page was under way. */
  meanwhile: TimelineEntry[];
}

/** Loads pages of history and joins them with what comes live, so that nothing is missing in between. */
export class History {
  private readonly loads = new Map<ConversationId, Load>();
  private readonly retries = new Map<ConversationId, { timer: ReturnType<typeof setTimeout>; attempt: number }>();

  constructor(
    private readonly store: StoreApi<ChatState>,
    private readonly api: Pick<Api, 'messages'>,
    private readonly found: (messages: readonly Message[]) => void,
    private readonly failed: (conv: ConversationId, error: ApiError) => void,
  ) {}

  timeline(conv: ConversationId): Timeline {
    return this.store.getState().timelines.get(conv) ?? unknown;
  }

  /** Shows what is held; asks for it if nothing is. */
  open(conv: ConversationId) {
    const { timelines } = this.store.getState();
    const timeline = this.timeline(conv);
    // Opened last stands last, for `forget`.
    this.store.setState({ timelines: withEntry(withEntry(timelines, conv, undefined), conv, timeline) });
    this.forget();
    if (!timeline.loaded || timeline.failure?.what === 'newest') this.reload(conv);
  }

  /** The newest page, afresh; what was held is shown until it is here, and then discarded. */
  reload(conv: ConversationId) {
    if (this.loads.get(conv)?.what !== 'newest') void this.load(conv, 'newest');
  }

  older(conv: ConversationId) {
    const { older } = this.timeline(conv);
    if (older !== undefined && !this.loads.has(conv)) void this.load(conv, 'older');
  }

  take(conv: ConversationId, entry: TimelineEntry) {
    if (!this.store.getState().timelines.has(conv)) return;
    this.loads.get(conv)?.meanwhile.push(entry);
    const { timeline, gap } = receive(this.timeline(conv), entry);
    this.put(conv, timeline);
    if (gap) this.reload(conv);
  }

  /**
   * After a welcome: what the server vouches for gets all it missed over the socket. The rest is
   * loaded afresh, and a load that was under way is begun again, as it may have missed something.
   */
  recovered(whole: (conv: ConversationId) => boolean) {
    this.olderAgain();
    for (const conv of this.store.getState().timelines.keys()) {
      if (whole(conv)) continue;
      this.loads.delete(conv);
      this.reload(conv);
    }
  }

  /** Earlier messages could not be had; whoever still wants them may ask again. */
  olderAgain() {
    for (const [conv, timeline] of this.store.getState().timelines) {
      if (timeline.failure?.what === 'older') this.put(conv, { ...timeline, failure: undefined });
    }
  }

  /** At the newest end nobody looks at the oldest. */
  trim(conv: ConversationId) {
    const timeline = this.timeline(conv);
    if (timeline.items.length > TRIM_ABOVE && !this.loads.has(conv)) this.put(conv, trimmed(timeline, KEEP));
  }

  drop(conv: ConversationId) {
    this.loads.delete(conv);
    this.calm(conv);
    this.store.setState({ timelines: withEntry(this.store.getState().timelines, conv, undefined) });
  }

  stop() {
    this.loads.clear();
    [...this.retries.keys()].forEach((conv) => this.calm(conv));
  }

  private async load(conv: ConversationId, what: Load['what']) {
    this.calm(conv, true);
    const load: Load = { what, meanwhile: [] };
    this.loads.set(conv, load);
    this.put(conv, { ...this.timeline(conv), loading: what });
    const before = what === 'older' ? this.timeline(conv).older : undefined;
    try {
      const page = await this.api.messages(conv, before, PAGE);
      if (this.loads.get(conv) === load) this.arrived(conv, load, page);
    } catch (error) {
      if (this.loads.get(conv) === load) this.loadFailed(conv, load, error);
    }
  }

  private arrived(conv: ConversationId, { what, meanwhile }: Load, page: Page<Message>) {
    this.loads.delete(conv);
    this.calm(conv, page.fresh === false);
    if (what === 'older') {
      const whole = withOlder(this.timeline(conv), page);
      const changes = meanwhile.flatMap((entry) => ('change' in entry ? [entry.change] : []));
      this.put(conv, { ...whole, items: changes.reduce(changed, whole.items) });
      this.found(page.items);
      return;
    }
    let timeline = keepingNewer(fromPage(page), this.timeline(conv));
    let gap = false;
    for (const entry of meanwhile) {
      const step = receive(timeline, entry);
      timeline = step.timeline;
      gap ||= step.gap;
    }
    this.put(conv, timeline);
    // Only now that they are shown here, they need not be shown as waiting.
    this.found(page.items);
    if (!timeline.fresh) this.reloadLater(conv);
    else if (gap) this.reload(conv);
  }

  private loadFailed(conv: ConversationId, { what }: Load, error: unknown) {
    this.loads.delete(conv);
    const failure = error instanceof ApiError ? error : new ApiError(0, 'unreachable');
    this.put(conv, { ...this.timeline(conv), loading: undefined, failure: { what, error: failure } });
    this.failed(conv, failure);
    if (what !== 'newest' || !failure.transient || !this.store.getState().timelines.has(conv)) return;
    this.reloadLater(conv, failure.retryAfterMs);
  }

  private reloadLater(conv: ConversationId, waitMs?: number) {
    const attempt = (this.retries.get(conv)?.attempt ?? 0) + 1;
    const delay = waitMs ?? 1_000 + fullJitter(attempt);
    this.retries.set(conv, { attempt, timer: setTimeout(() => this.reload(conv), delay) });
  }

  private calm(conv: ConversationId, keepCount = false) {
    const retry = this.retries.get(conv);
    clearTimeout(retry?.timer);
    if (!keepCount) this.retries.delete(conv);
  }

  private forget() {
    const { timelines, open } = this.store.getState();
    const spare = [...timelines.keys()].filter((conv) => conv !== open).slice(0, -KEEP_CONVERSATIONS);
    spare.forEach((conv) => this.drop(conv));
  }

  private put(conv: ConversationId, timeline: Timeline) {
    this.store.setState({ timelines: withEntry(this.store.getState().timelines, conv, timeline) });
  }
}
