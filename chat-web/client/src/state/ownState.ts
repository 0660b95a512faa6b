import { retryDelay } from '../connection/backoff';
import { ApiError } from '../connection/http';
import type { Api } from '../connection/api';
import type { OwnFrame } from '../protocol/frames';
import type { ConversationAlerts, OwnPart, OwnPartName, OwnStateAnswer } from '../protocol/ownState';
import { isKnownPart, ownParts, readOwnValue } from '../protocol/ownState';
import type { ConversationId, User } from '../protocol/resources';
import type { ChatState } from './chatState';
import { withEntry } from './immutableMap';
import type { OwnParts } from './ownParts';
import { defaultParts, nextEnd, partsOf, withoutEnded } from './ownParts';
import type { Draft, ServerDrafts } from './serverDrafts';
import type { StoreApi } from 'zustand/vanilla';

type OwnApi = Pick<Api, 'ownState' | 'putOwn' | 'putConversationAlerts' | 'block' | 'unblock'>;

/** A change that the server has not confirmed. A later one of the same part replaces it. */
interface Write {
  send: () => Promise<number>;
  attempt: number;
  timer?: ReturnType<typeof setTimeout>;
  waiting: { done: () => void; failed: (error: ApiError) => void }[];
}

const MAX_TIMER_MS = 24 * 3_600_000;

/**
 * What only this user sees, the same on all devices. A change is shown at once, and sent until the server has answered;
 * meanwhile what other devices change in that part is ignored. Otherwise the greatest version of a part wins.
 */
export class OwnState {
  private readonly versions = new Map<string, number>();
  private readonly writes = new Map<string, Write>();
  private failedLoads = 0;
  private reload?: ReturnType<typeof setTimeout>;
  private ending?: ReturnType<typeof setTimeout>;
  /** No part is older than this. */
  private loadedVersion = -1;
  private stopped = false;

  constructor(
    private readonly store: StoreApi<ChatState>,
    private readonly api: OwnApi,
    private readonly now: () => number,
    private readonly drafts: () => Pick<ServerDrafts, 'loaded' | 'received'>,
    private readonly random: () => number = Math.random,
  ) {}

  /**
   * Loads all parts. To be called after each `welcome`: frames that were missed are not repeated. What was requested
   * earlier may lack them, so each call makes a request of its own.
   */
  async opened() {
    this.stopReload();
    try {
      const answer = await this.api.ownState();
      if (!this.stopped) this.loaded(answer);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      // A server without this call answers 404.
      if (error.transient) this.loadLater(error.retryAfterMs);
    }
  }

  /** Another device changed a part. */
  received(frame: OwnFrame) {
    const { what, conv, version } = frame;
    const key = conv === undefined ? what : `${what}/${conv}`;
    const held = Math.max(this.loadedVersion, this.versions.get(key) ?? -1);
    if (!isKnownPart(what) || version <= held || this.writes.has(key)) return;
    const value = readOwnValue(what, frame.value);
    // The database did not answer the server.
    if (value === undefined) return this.loadLater();
    this.versions.set(key, version);
    if (what === 'draft') {
      if (conv !== undefined) this.drafts().received({ conv, version, draft: value as Draft | null });
    } else if (what === 'conversation') {
      if (conv !== undefined) this.show(withAlerts(this.parts(), conv, value));
    } else if (what === 'profile') {
      if (value) this.showProfile(value as ChatState['me']);
    } else if (what in ownParts || what === 'blocks') {
      this.show({ ...this.parts(), [what]: value ?? defaultParts[what as keyof OwnParts] });
    }
  }

  /** Changes a part, here and on all devices; `undefined` removes it. Rejects if the server refuses it. */
  set<Name extends OwnPartName>(part: Name, value: OwnPart<Name> | undefined): Promise<void> {
    this.show({ ...this.parts(), [part]: value });
    return this.write(part, () => this.api.putOwn(part, value));
  }

  /** Changes what alerts the user in a conversation. */
  setAlerts(conv: ConversationId, alerts: ConversationAlerts): Promise<void> {
    this.show(withAlerts(this.parts(), conv, alerts));
    return this.write(`conversation/${conv}`, () => this.api.putConversationAlerts(conv, alerts));
  }

  /** Blocks a person, or ends that. Is shown when the server has answered. */
  async block(user: User, on: boolean) {
    await (on ? this.api.block(user.id) : this.api.unblock(user.id));
    const others = this.parts().blocks.filter(({ id }) => id !== user.id);
    this.show({ ...this.parts(), blocks: on ? [...others, user] : others });
  }

  stop() {
    this.stopped = true;
    this.stopReload();
    clearTimeout(this.ending);
    this.writes.forEach(({ timer }) => clearTimeout(timer));
  }

  private loaded(answer: OwnStateAnswer) {
    const { version, drafts } = answer;
    const known = partsOf(answer);
    const before = this.parts();
    const parts: Record<string, unknown> = { ...before };
    for (const [name, part] of Object.entries(known)) {
      if (name === 'conversations') parts[name] = this.mergedAlerts(version, before, part as OwnParts['conversations']);
      else if (this.takes(name, version)) parts[name] = part;
    }
    if (answer.profile && this.takes('profile', version)) this.showProfile(answer.profile);
    this.store.setState({ ownLoaded: true });
    this.show(parts as unknown as OwnParts);
    // What a server knew last without the database may be older than what was missed.
    if (answer.fresh === false) return this.loadLater();
    this.failedLoads = 0;
    this.loadedVersion = version;
    if (drafts) this.drafts().loaded(version, drafts);
  }

  private loadLater(waitMs = retryDelay(this.failedLoads++, this.random)) {
    if (!this.stopped) this.reload ??= setTimeout(() => void this.opened(), waitMs);
  }

  private stopReload() {
    clearTimeout(this.reload);
    this.reload = undefined;
  }

  /** Whether a part of an answer is to be shown: it is at least as new as the answer says. */
  private takes(key: string, version: number): boolean {
    if (this.writes.has(key) || version < (this.versions.get(key) ?? -1)) return false;
    this.versions.set(key, version);
    return true;
  }

  private mergedAlerts(version: number, before: OwnParts, answered: OwnParts['conversations']) {
    const merged = new Map<ConversationId, ConversationAlerts>();
    for (const conv of new Set([...before.conversations.keys(), ...answered.keys()])) {
      const from = this.takes(`conversation/${conv}`, version) ? answered : before.conversations;
      const alerts = from.get(conv);
      if (alerts) merged.set(conv, alerts);
    }
    return merged;
  }

  private parts() {
    return this.store.getState().own;
  }

  private show(parts: OwnParts) {
    const own = withoutEnded(parts, this.now());
    this.store.setState({ own });
    clearTimeout(this.ending);
    const end = nextEnd(own);
    if (end === undefined || this.stopped) return;
    const wait = Math.min(Math.max(0, end - this.now()), MAX_TIMER_MS);
    this.ending = setTimeout(() => this.show(this.parts()), wait);
  }

  private showProfile(profile: ChatState['me']) {
    const { me, people } = this.store.getState();
    const now = { ...me, displayName: profile.displayName };
    if (now.displayName !== me.displayName) this.store.setState({ me: now, people: people.with([now]) });
  }

  private write(key: string, send: Write['send']): Promise<void> {
    return new Promise((done, failed) => {
      const before = this.writes.get(key);
      const waiting = [...(before?.waiting ?? []), { done, failed }];
      // The change that is on its way is repeated with the new value once it is answered.
      this.writes.set(key, { send, attempt: 0, waiting });
      if (!before || before.timer !== undefined) {
        clearTimeout(before?.timer);
        void this.send(key);
      }
    });
  }

  private async send(key: string): Promise<void> {
    const write = this.writes.get(key);
    if (!write || this.stopped) return;
    write.timer = undefined;
    try {
      const version = await write.send();
      if (this.writes.get(key) !== write) return this.send(key);
      this.writes.delete(key);
      this.versions.set(key, Math.max(version, this.versions.get(key) ?? -1));
      write.waiting.forEach(({ done }) => done());
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (this.writes.get(key) !== write) return this.send(key);
      if (error.transient) return this.sendLater(key, write, error);
      this.writes.delete(key);
      write.waiting.forEach(({ failed }) => failed(error));
      // What the server has is shown again.
      await this.opened();
    }
  }

  private sendLater(key: string, write: Write, error: ApiError) {
    if (this.stopped) return;
    const wait = error.retryAfterMs ?? retryDelay(write.attempt++, this.random);
    write.timer = setTimeout(() => void this.send(key), wait);
  }
}

function withAlerts(parts: OwnParts, conv: ConversationId, alerts: ConversationAlerts | null): OwnParts {
  const none = !alerts?.level && !alerts?.mutedUntil;
  return { ...parts, conversations: withEntry(parts.conversations, conv, none ? undefined : alerts) };
}
