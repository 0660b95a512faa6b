import { ApiError } from '../connection/http';
import type { EndReason } from '../connection/serverConnection';
import type { Registration, User } from '../protocol/resources';
import type { Environment } from './chat';
import { Chat } from './chat';
import { createStore } from 'zustand/vanilla';

/** Why the session ended. */
export type SessionEndReason = EndReason | 'unknown';

export type SessionState =
  | { phase: 'checking'; failure?: ApiError }
  | { phase: 'out'; ended?: SessionEndReason; unsent?: number }
  | { phase: 'in'; chat: Chat };

const RETRY_MS = 4_000;

/** The session of the signed-in user. The token is in an HttpOnly cookie and not visible here. */
export class Session {
  readonly store = createStore<{ now: SessionState }>()(() => ({ now: { phase: 'checking' } }));

  private retry?: ReturnType<typeof setTimeout>;

  constructor(private readonly environment: Environment) {}

  /** Stops the chat when the browser leaves the page, so that another page can adopt the pending messages. */
  suspend() {
    clearTimeout(this.retry);
    this.leave({ phase: 'checking' });
  }

  async check() {
    try {
      this.enter(await this.environment.api.whoAmI());
    } catch (error) {
      const failure = error instanceof ApiError ? error : new ApiError(0, 'unreachable');
      if (failure.status === 401) this.setState({ phase: 'out' });
      else this.checkLater(failure);
    }
  }

  async signIn(username: string, password: string) {
    this.enter(await this.environment.api.signIn(username, password));
  }

  /** Who can create an account. Only for display: the server enforces it. */
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
      // 401: the session has already ended.
      if (!(error instanceof ApiError) || error.status !== 401) throw error;
    });
    now.chat.clearStorage();
    this.leave({ phase: 'out' });
  }

  private checkLater(failure: ApiError) {
    this.setState({ phase: 'checking', failure });
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.check(), failure.retryAfterMs ?? RETRY_MS);
  }

  private enter(user: User) {
    const chat = new Chat(user, this.environment, (reason) => this.ended(reason, chat));
    // `check` and `signIn` can both succeed. A replaced chat must release its pending messages.
    this.leave({ phase: 'in', chat });
    chat.start();
  }

  private ended(reason: SessionEndReason, chat: Chat) {
    const { now } = this.store.getState();
    if (now.phase !== 'in' || now.chat !== chat) return;
    this.leave({ phase: 'out', ended: reason, unsent: now.chat.outbox.all().length });
    if (reason === 'unknown') void this.checkForOtherUser();
  }

  /** Continues as another user if one has signed in in another tab. */
  private async checkForOtherUser() {
    const user = await this.environment.api.whoAmI().catch(() => undefined);
    if (user && this.store.getState().now.phase === 'out') this.enter(user);
  }

  private leave(next: SessionState) {
    const { now } = this.store.getState();
    if (now.phase === 'in') now.chat.stop();
    this.setState(next);
  }

  private setState(now: SessionState) {
    this.store.setState({ now });
  }
}
