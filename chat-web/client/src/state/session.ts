import { ApiError } from '../connection/http';
import type { EndReason } from '../connection/serverConnection';
import type { Registration, User } from '../protocol/resources';
import type { Environment } from './chat';
import { Chat } from './chat';
import { createStore } from 'zustand/vanilla';

/** Why a person who was signed in is not any more. */
export type SessionEndReason = EndReason | 'unknown';

export type SessionState =
  | { phase: 'checking'; failure?: ApiError }
  | { phase: 'out'; ended?: SessionEndReason; unsent?: number }
  | { phase: 'in'; chat: Chat };

const RETRY_MS = 4_000;

/** Who is signed in. The token itself is never visible here. */
export class Session {
  readonly store = createStore<{ now: SessionState }>()(() => ({ now: { phase: 'checking' } }));

  private retry?: ReturnType<typeof setTimeout>;

  constructor(private readonly environment: Environment) {}

  /** The browser leaves the page, perhaps to come back to it: what waits is handed over to the next page at once. */
  suspend() {
    clearTimeout(this.retry);
    this.leave({ phase: 'checking' });
  }

  async check() {
    try {
      this.enter(await this.environment.api.whoAmI());
    } catch (error) {
      const failure = error instanceof ApiError ? error : new ApiError(0, 'unreachable');
      if (failure.status === 401) this.become({ phase: 'out' });
      else this.checkLater(failure);
    }
  }

  async signIn(username: string, password: string) {
    this.enter(await this.environment.api.signIn(username, password));
  }

  /** Whether people may register; the server decides in any case. */
  async registration(): Promise<Registration> {
    try {
      return await this.environment.api.registration();
    } catch {
      return 'open';
    }
  }

  async register(username: string, password: string, displayName: string, invitation?: string) {
    await this.environment.api.register(username, password, displayName || undefined, invitation || undefined);
    await this.signIn(username, password);
  }

  async signOut() {
    const { now } = this.store.getState();
    if (now.phase !== 'in') return;
    await this.environment.api.signOut().catch((error: unknown) => {
      // Nobody is signed in: that is what was wanted.
      if (!(error instanceof ApiError) || error.status !== 401) throw error;
    });
    now.chat.forget();
    this.leave({ phase: 'out' });
  }

  private checkLater(failure: ApiError) {
    this.become({ phase: 'checking', failure });
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.check(), failure.retryAfterMs ?? RETRY_MS);
  }

  private enter(user: User) {
    const chat = new Chat(user, this.environment, (reason) => this.over(reason, chat));
    // Two answers may say who is signed in. A chat that nobody sees must not hold on to messages that wait.
    this.leave({ phase: 'in', chat });
    chat.start();
  }

  private over(reason: SessionEndReason, chat: Chat) {
    const { now } = this.store.getState();
    if (now.phase !== 'in' || now.chat !== chat) return;
    this.leave({ phase: 'out', ended: reason, unsent: now.chat.outbox.all().length });
    if (reason === 'unknown') void this.somebodyElse();
  }

  /** Perhaps another person signed in, in another tab: then the page is theirs. */
  private async somebodyElse() {
    const user = await this.environment.api.whoAmI().catch(() => undefined);
    if (user && this.store.getState().now.phase === 'out') this.enter(user);
  }

  private leave(next: SessionState) {
    const { now } = this.store.getState();
    if (now.phase === 'in') now.chat.stop();
    this.become(next);
  }

  private become(now: SessionState) {
    this.store.setState({ now });
  }
}
