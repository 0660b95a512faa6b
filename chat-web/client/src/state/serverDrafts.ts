import { fullJitter } from '../connection/backoff';
import { ApiError } from '../connection/http';
import type { OwnDraft } from '../protocol/ownState';
import type { ConversationId, Pos, UserId } from '../protocol/resources';

const DELAY_MS = 1_000;

/** A message that is not sent yet. */
export interface Draft {
  body: string;
  replyTo?: Pos;
}

export interface DraftApi {
  /** Without `updatedAt`, the draft was written now. A draft without text discards the one of the server. */
  putDraft(conv: ConversationId, draft: Draft & { updatedAt?: string }): Promise<StoredDraft | undefined>;
  /** Also for a conversation that the user has left. */
  deleteDraft(conv: ConversationId): Promise<void>;
}

/** What the server has after a change: the given draft, or what another device wrote or discarded later. */
export interface StoredDraft {
  version: number;
  draft?: Draft;
}

export interface DraftFrame {
  conv: ConversationId;
  version: number;
  /** Null if the draft is gone. */
  draft: Draft | null;
}

export interface DraftStore {
  read(conv: ConversationId): Draft;
  /** This tab has a draft of its own, which one of another tab does not replace. */
  isApart(conv: ConversationId): boolean;
  /** This tab has written the draft. Else another tab can have stored it without this one showing it. */
  isOwn(conv: ConversationId): boolean;
  /** The conversations with a draft in this browser. */
  all(): ConversationId[];
}

/** A draft that is on the server, or not yet. What discards one keeps its time, so that a later draft remains. */
type SyncState = { state: 'sent' } | { state: 'unsent'; discardedAt?: number };

/** What the server had at this version of the user's own state, or later. */
interface Known {
  version: number;
  draft: Draft;
}

/**
 * Synchronizes drafts over the devices and tabs of a user. The last writer wins; a draft that is not yet on the server
 * stays until the server has decided. Drafts stay in the browser if the server does not take them. Nothing is sent to a
 * server without drafts, and nothing before the drafts of the server were loaded.
 */
export class ServerDrafts {
  private readonly name: string;
  private readonly states: Map<ConversationId, SyncState>;
  private readonly timers = new Map<ConversationId, ReturnType<typeof setTimeout>>();
  /** When the user wrote each draft, and the version of what was known of the server then. */
  private readonly written = new Map<ConversationId, { at: number; version: number }>();
  private readonly sending = new Set<ConversationId>();
  private readonly failures = new Map<ConversationId, number>();
  private readonly known = new Map<ConversationId, Known>();
  private supported = false;

  constructor(
    private readonly api: DraftApi,
    private readonly storage: Storage,
    user: UserId,
    private readonly drafts: DraftStore,
    private readonly now: () => number,
    private readonly replaced: (conv: ConversationId, draft: Draft) => void,
    private readonly random: () => number = Math.random,
  ) {
    this.name = `parley.drafts.${user}`;
    this.states = this.load();
  }

  /** The user changed the draft of a conversation. */
  changed(conv: ConversationId) {
    const at = this.now();
    this.written.set(conv, { at, version: this.versionOf(conv) });
    this.setState(conv, { state: 'unsent', discardedAt: isEmpty(this.drafts.read(conv)) ? at : undefined });
    this.schedule(conv, DELAY_MS);
  }

  /** All drafts of the server, none of them older than the version. Sends those that it does not have. */
  loaded(version: number, drafts: readonly OwnDraft[]) {
    this.supported = true;
    const onServer = new Map(drafts.map(({ conv, ...draft }) => [conv, draft]));
    for (const conv of new Set([...onServer.keys(), ...this.drafts.all(), ...this.states.keys()])) {
      // The answer may precede what was stored or received while it was on its way.
      const outdated = version < this.versionOf(conv);
      const draft = onServer.get(conv) ?? nothing;
      if (!outdated) this.known.set(conv, { version, draft });
      // A draft that was never sent was written by an earlier version of this page.
      if (this.isUnsent(conv) ?? !isEmpty(this.drafts.read(conv))) this.schedule(conv, 0);
      else if (!outdated) this.take(conv, draft);
    }
  }

  /** Another device changed a draft, or the server repeats what this one sent. */
  received({ conv, draft, version }: DraftFrame) {
    if (version <= this.versionOf(conv)) return;
    this.known.set(conv, { version, draft: draft ?? nothing });
    if (!this.isUnsent(conv)) this.take(conv, draft ?? nothing);
  }

  /** Forgets what is sent; the drafts stay on the server. */
  clear() {
    this.stop();
    this.states.clear();
    this.storage.removeItem(this.name);
  }

  stop() {
    this.timers.forEach((timer) => clearTimeout(timer));
    this.timers.clear();
  }

  private take(conv: ConversationId, draft: Draft) {
    this.setState(conv, isEmpty(draft) ? undefined : { state: 'sent' });
    const isShown = keyOf(this.drafts.read(conv)) === keyOf(draft) && this.drafts.isOwn(conv);
    if (!isShown && !this.drafts.isApart(conv)) this.replaced(conv, draft);
  }

  private schedule(conv: ConversationId, delayMs: number) {
    clearTimeout(this.timers.get(conv));
    this.timers.set(
      conv,
      setTimeout(() => {
        this.timers.delete(conv);
        void this.send(conv);
      }, delayMs),
    );
  }

  private async send(conv: ConversationId) {
    if (!this.supported || this.sending.has(conv)) return;
    const draft = this.drafts.read(conv);
    const key = keyOf(draft);
    // Most messages are sent before their draft is.
    if (keyOf(this.known.get(conv)?.draft ?? nothing) !== key) {
      this.sending.add(conv);
      try {
        this.learn(conv, await this.put(conv, draft));
      } catch (error) {
        return this.failed(conv, key, error);
      } finally {
        this.sending.delete(conv);
      }
      this.failures.delete(conv);
    }
    if (keyOf(this.drafts.read(conv)) !== key) return this.schedule(conv, DELAY_MS);
    this.setState(conv, key === '' ? undefined : { state: 'sent' });
    // Another device has written or discarded one later.
    const { draft: kept = nothing } = this.known.get(conv) ?? {};
    if (keyOf(kept) !== key) this.take(conv, kept);
  }

  private async put(conv: ConversationId, draft: Draft): Promise<StoredDraft> {
    const given = isEmpty(draft) ? nothing : draft;
    const { at, version } = this.written.get(conv) ?? {
      at: discardedAt(this.states.get(conv)) ?? this.now(),
      version: -1,
    };
    const unchanged = { version: this.versionOf(conv), draft: given };
    try {
      const stored = await this.api.putDraft(conv, { ...given, updatedAt: new Date(at).toISOString() });
      const isLater = !stored || keyOf(stored.draft ?? nothing) === keyOf(given) || stored.version > version;
      if (isLater) return stored ?? unchanged;
      // What the server has kept instead was known when this was written, so the time of this device is behind.
      return (await this.api.putDraft(conv, given)) ?? unchanged;
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 404 || given !== nothing) throw error;
      await this.api.deleteDraft(conv);
      return unchanged;
    }
  }

  /** The draft stays in the browser. What may succeed later is repeated. */
  private failed(conv: ConversationId, key: string, error: unknown) {
    if (!(error instanceof ApiError)) throw error;
    if (!error.transient) {
      // Only this text was refused.
      if (keyOf(this.drafts.read(conv)) !== key) this.schedule(conv, DELAY_MS);
      return;
    }
    const failures = (this.failures.get(conv) ?? 0) + 1;
    this.failures.set(conv, failures);
    this.schedule(conv, DELAY_MS + (error.retryAfterMs ?? fullJitter(failures + 2, this.random)));
  }

  /** A frame of a later change may have arrived before the answer. */
  private learn(conv: ConversationId, { version, draft = nothing }: StoredDraft) {
    if (version >= this.versionOf(conv)) this.known.set(conv, { version, draft });
  }

  private versionOf(conv: ConversationId): number {
    return this.known.get(conv)?.version ?? -1;
  }

  /** Undefined if this tab knows nothing about it. */
  private isUnsent(conv: ConversationId): boolean | undefined {
    const known = this.states.get(conv);
    return known && known.state === 'unsent';
  }

  private setState(conv: ConversationId, state: SyncState | undefined) {
    const before = this.states.get(conv);
    if (before?.state === state?.state && discardedAt(before) === discardedAt(state)) return;
    // Other tabs store theirs under the same name.
    const stored = this.load();
    for (const states of [this.states, stored]) {
      if (state) states.set(conv, state);
      else states.delete(conv);
    }
    try {
      this.storage.setItem(this.name, JSON.stringify([...stored].map(entryOf)));
    } catch {
      // Storage is full or disabled: after a reload, the draft counts as not sent, if it is there at all.
    }
  }

  private load(): Map<ConversationId, SyncState> {
    try {
      const stored: unknown = JSON.parse(this.storage.getItem(this.name) ?? '[]');
      return new Map((Array.isArray(stored) ? stored.filter(isEntry) : []).map(stateOf));
    } catch {
      return new Map();
    }
  }
}

type Entry = [conv: ConversationId, state: SyncState['state'], discardedAt?: number];

function isEntry(entry: unknown): entry is Entry {
  return Array.isArray(entry) && typeof entry[0] === 'number' && (entry[1] === 'unsent' || entry[1] === 'sent');
}

function stateOf([conv, state, at]: Entry): [ConversationId, SyncState] {
  return [conv, state === 'sent' ? { state } : { state, discardedAt: typeof at === 'number' ? at : undefined }];
}

function entryOf([conv, state]: [ConversationId, SyncState]): Entry {
  const at = discardedAt(state);
  return at === undefined ? [conv, state.state] : [conv, state.state, at];
}

const discardedAt = (state: SyncState | undefined) => (state?.state === 'unsent' ? state.discardedAt : undefined);

const nothing: Draft = { body: '' };

/** The server discards a draft without text. */
const isEmpty = ({ body }: Draft) => body.trim() === '';

const keyOf = (draft: Draft) => (isEmpty(draft) ? '' : JSON.stringify([draft.body, draft.replyTo ?? null]));
