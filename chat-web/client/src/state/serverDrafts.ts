import { fullJitter } from '../connection/backoff';
import { ApiError } from '../connection/http';
import type { OwnDraft } from '../protocol/ownState';
import type { ConversationId, Pos, UserId } from '../protocol/resources';

const DELAY_MS = 1_000;
/** How long the server may take to repeat a draft to the device that sent it. */
const ECHO_MS = 10_000;
const RELOAD_MS = 30_000;

/** A message that is not sent yet. */
export interface Draft {
  body: string;
  replyTo?: Pos;
}

export interface DraftApi {
  /** All drafts of the user; without `drafts` if the server does not know them now. */
  drafts(): Promise<{ version: number; drafts?: OwnDraft[] }>;
  putDraft(conv: ConversationId, draft: Draft & { updatedAt: string }): Promise<StoredDraft | undefined>;
  deleteDraft(conv: ConversationId): Promise<void>;
}

/** What the server has after a change: the given draft, or one that another device wrote later. */
export interface StoredDraft {
  version: number;
  draft?: Draft;
}

export interface DraftFrame {
  conv: ConversationId;
  version: number;
  /** Null if the draft is gone; undefined if it has to be loaded. */
  draft: Draft | null | undefined;
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

type SyncState = 'unsent' | 'sent';

/**
 * Synchronizes drafts over the devices of a user. The last writer wins; a draft that is not yet on the server replaces
 * the one there. Drafts stay in the browser whatever the server answers. A server without drafts answers 404; then
 * nothing is sent until the next `welcome`.
 */
export class ServerDrafts {
  private readonly name: string;
  private readonly states: Map<ConversationId, SyncState>;
  private readonly timers = new Map<ConversationId, ReturnType<typeof setTimeout>>();
  private readonly writtenAt = new Map<ConversationId, number>();
  private readonly sending = new Set<ConversationId>();
  private readonly failures = new Map<ConversationId, number>();
  /** What was sent lately, the latest last. The server may repeat it to the device that sent it. */
  private readonly echoes = new Map<ConversationId, { key: string; at: number }[]>();
  /** What the server has, by conversation; nothing where there is no entry. */
  private readonly onServer = new Map<ConversationId, string>();
  /** The version of what this device stored last. Answers and frames with an earlier one are outdated. */
  private readonly versions = new Map<ConversationId, number>();
  /** How often something became known of drafts, and at which of these each conversation was concerned. */
  private learned = 0;
  private readonly learnedAt = new Map<ConversationId, number>();
  private supported = false;
  private reload?: ReturnType<typeof setTimeout>;

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
    this.setState(conv, 'unsent');
    this.writtenAt.set(conv, this.now());
    this.schedule(conv, DELAY_MS);
  }

  /** Loads the drafts of the server, and sends those that it does not have. To be called after `welcome`. */
  async opened() {
    clearTimeout(this.reload);
    const begin = this.learned;
    let answer;
    try {
      answer = await this.api.drafts();
    } catch (error) {
      return this.notLoaded(error);
    }
    const { version, drafts: loaded } = answer;
    // While the database is down, the drafts in the browser stay as they are.
    if (!loaded) return this.loadLater(RELOAD_MS);
    this.supported = true;
    const onServer = new Map(loaded.map(({ conv, ...draft }) => [conv, draft]));
    for (const conv of new Set([...onServer.keys(), ...this.drafts.all(), ...this.states.keys()])) {
      const draft = onServer.get(conv) ?? nothing;
      // A draft that was never sent was written by an earlier version of this page.
      const state = this.states.get(conv) ?? (isEmpty(this.drafts.read(conv)) ? 'sent' : 'unsent');
      // The answer may precede what was stored or received while it was on its way.
      const outdated = (this.learnedAt.get(conv) ?? 0) > begin || this.isOutdated(conv, version);
      if (outdated && state === 'sent') continue;
      if (!outdated) this.onServer.set(conv, keyOf(draft));
      if (state === 'unsent') this.schedule(conv, 0);
      else this.take(conv, draft);
    }
  }

  /** Another device changed a draft, or the server repeats what this one sent. */
  received({ conv, draft, version }: DraftFrame) {
    if (this.isOutdated(conv, version)) return;
    if (draft === undefined) return void this.opened();
    const now = draft ?? nothing;
    const recent = (this.echoes.get(conv) ?? []).filter(({ at }) => at > Date.now() - ECHO_MS);
    const echo = recent.findIndex(({ key }) => key === keyOf(now));
    this.echoes.set(conv, recent.slice(echo + 1));
    if (echo >= 0) return;
    this.learn(conv);
    this.onServer.set(conv, keyOf(now));
    if (this.states.get(conv) !== 'unsent') this.take(conv, now);
  }

  /** Forgets what is sent; the drafts stay on the server. */
  clear() {
    this.stop();
    this.states.clear();
    this.storage.removeItem(this.name);
  }

  stop() {
    clearTimeout(this.reload);
    this.timers.forEach((timer) => clearTimeout(timer));
    this.timers.clear();
  }

  private take(conv: ConversationId, draft: Draft) {
    this.onServer.set(conv, keyOf(draft));
    this.setState(conv, isEmpty(draft) ? undefined : 'sent');
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
    let stored: StoredDraft | undefined;
    // Most messages are sent before their draft is.
    if ((this.onServer.get(conv) ?? '') !== key) {
      this.echoes.set(conv, [...(this.echoes.get(conv) ?? []), { key, at: Date.now() }]);
      this.sending.add(conv);
      try {
        stored = await this.put(conv, draft);
      } catch (error) {
        return this.failed(conv, error);
      } finally {
        this.sending.delete(conv);
      }
      this.failures.delete(conv);
      this.learn(conv);
      if (stored) this.versions.set(conv, stored.version);
      this.onServer.set(conv, key);
    }
    if (keyOf(this.drafts.read(conv)) !== key) return this.schedule(conv, DELAY_MS);
    this.setState(conv, key === '' ? undefined : 'sent');
    // A draft that another device wrote later is kept instead.
    if (stored?.draft && keyOf(stored.draft) !== key) this.take(conv, stored.draft);
  }

  private async put(conv: ConversationId, draft: Draft): Promise<StoredDraft | undefined> {
    if (!isEmpty(draft)) return this.api.putDraft(conv, { ...draft, updatedAt: this.timeOf(conv) });
    await this.api.deleteDraft(conv);
    return undefined;
  }

  /** The draft stays in the browser. What may succeed later is repeated. */
  private failed(conv: ConversationId, error: unknown) {
    if (!(error instanceof ApiError)) throw error;
    this.echoes.get(conv)?.pop();
    if (!error.transient) return;
    const failures = (this.failures.get(conv) ?? 0) + 1;
    this.failures.set(conv, failures);
    this.schedule(conv, DELAY_MS + (error.retryAfterMs ?? fullJitter(failures + 2, this.random)));
  }

  /** Without the drafts of the server it is unknown whether a local one would replace a newer one. */
  private notLoaded(error: unknown) {
    if (!(error instanceof ApiError)) throw error;
    if (error.transient) this.loadLater(error.retryAfterMs ?? RELOAD_MS);
    else this.supported = false;
  }

  private loadLater(waitMs: number) {
    this.reload = setTimeout(() => void this.opened(), waitMs);
  }

  private learn(conv: ConversationId) {
    this.learnedAt.set(conv, ++this.learned);
  }

  private isOutdated(conv: ConversationId, version: number): boolean {
    return version < (this.versions.get(conv) ?? -1);
  }

  private timeOf(conv: ConversationId) {
    return new Date(this.writtenAt.get(conv) ?? this.now()).toISOString();
  }

  private setState(conv: ConversationId, state: SyncState | undefined) {
    if (this.states.get(conv) === state) return;
    if (state) this.states.set(conv, state);
    else this.states.delete(conv);
    try {
      this.storage.setItem(this.name, JSON.stringify([...this.states]));
    } catch {
      // Storage is full or disabled: after a reload, the draft counts as not sent, if it is there at all.
    }
  }

  private load(): Map<ConversationId, SyncState> {
    try {
      const stored: unknown = JSON.parse(this.storage.getItem(this.name) ?? '[]');
      return new Map(Array.isArray(stored) ? stored.filter(isEntry) : []);
    } catch {
      return new Map();
    }
  }
}

function isEntry(entry: unknown): entry is [ConversationId, SyncState] {
  return Array.isArray(entry) && typeof entry[0] === 'number' && (entry[1] === 'unsent' || entry[1] === 'sent');
}

const nothing: Draft = { body: '' };

/** The server discards a draft without text. */
const isEmpty = ({ body }: Draft) => body.trim() === '';

const keyOf = (draft: Draft) => (isEmpty(draft) ? '' : JSON.stringify([draft.body, draft.replyTo ?? null]));
