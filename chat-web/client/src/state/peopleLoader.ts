import { retryDelay } from '../connection/backoff';
import { ApiError } from '../connection/http';
import type { User, UserId } from '../protocol/resources';

/** Users who are looked up within this time, such as the authors of a page of history, share a request. */
const COLLECT_MS = 20;
/** The maximum of the server for one request. */
const MAX_IDS = 100;
/** How long the page waits before it requests a user again whom the server does not know. */
const UNKNOWN_MS = 300_000;
/** How long an announcement, which is read aloud only once, waits for a name. */
const WAIT_MS = 2_000;

interface People {
  has: (id: UserId) => boolean;
  add: (users: readonly User[]) => void;
  /** The users with these ids; unknown ones are left out. */
  load: (ids: readonly UserId[]) => Promise<readonly User[]>;
  failed: (error: ApiError) => void;
}

/**
 * Loads people who are shown but unknown: authors who left, readers and reactors of large groups, people in search hits
 * or reports.
 */
export class PeopleLoader {
  private readonly wanted = new Set<UserId>();
  /** Users whom the server does not know, and when they may be requested again. */
  private readonly unknown = new Map<UserId, number>();
  private readonly listeners = new Map<UserId, Set<() => void>>();
  /** The requests in progress, of this loader and of others, whose answers can contain the names. */
  private inProgress = 0;
  private attempt = 0;
  private timer?: ReturnType<typeof setTimeout>;
  private stopped = false;

  constructor(
    private readonly people: People,
    private readonly random?: () => number,
  ) {}

  /** A user is unknown. Called during rendering, so the request is sent later. */
  missed(id: UserId) {
    if (!Number.isSafeInteger(id) || id <= 0) return;
    if (this.wanted.has(id) || (this.unknown.get(id) ?? 0) > Date.now()) return;
    this.wanted.add(id);
    this.schedule(COLLECT_MS);
  }

  /** Sends no request while this one is in progress, because its answer may contain the names. */
  after(request: Promise<unknown>) {
    this.inProgress++;
    void request.finally(() => {
      this.inProgress--;
      this.schedule(COLLECT_MS);
    });
  }

  /** Resolves once the person is known, or cannot be known soon. */
  async known(id: UserId): Promise<void> {
    if (this.people.has(id)) return;
    this.missed(id);
    if (!this.wanted.has(id)) return;
    await new Promise<void>((done) => {
      const listeners = this.listeners.get(id) ?? new Set();
      this.listeners.set(id, listeners.add(done));
      setTimeout(done, WAIT_MS);
    });
  }

  stop() {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private schedule(delayMs: number) {
    if (this.stopped || this.timer !== undefined || this.inProgress > 0 || this.wanted.size === 0) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.ask();
    }, delayMs);
  }

  private async ask() {
    this.done([...this.wanted].filter((id) => this.people.has(id)));
    if (this.inProgress > 0 || this.wanted.size === 0) return;
    this.inProgress++;
    const delayMs = await this.load([...this.wanted].slice(0, MAX_IDS));
    this.inProgress--;
    this.schedule(delayMs);
  }

  /** Returns when the next request may be sent. */
  private async load(ids: readonly UserId[]): Promise<number> {
    try {
      this.people.add(await this.people.load(ids));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.people.failed(error);
      if (error.transient) return error.retryAfterMs ?? retryDelay(this.attempt++, this.random);
    }
    this.attempt = 0;
    this.done(ids);
    return COLLECT_MS;
  }

  private done(ids: readonly UserId[]) {
    for (const id of ids) {
      this.wanted.delete(id);
      if (!this.people.has(id)) this.unknown.set(id, Date.now() + UNKNOWN_MS);
      this.listeners.get(id)?.forEach((listener) => listener());
      this.listeners.delete(id);
    }
  }
}
