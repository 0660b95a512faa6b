import { createStore } from 'zustand/vanilla';
import { ApiError } from '../connection/http';
import { SessionsApi } from '../connection/sessionsApi';
import type { SessionItem } from '../protocol/sessions';

export type { SessionItem };

interface State {
  /** Undefined until they are loaded. */
  items?: SessionItem[];
  /** Why they could not be loaded. */
  failure?: ApiError;
}

type Calls = Pick<SessionsApi, 'sessions' | 'endSession' | 'endOtherSessions'>;

/** The live sessions of this user. */
export class SessionList {
  readonly store = createStore<State>()(() => ({}));

  constructor(private readonly api: Calls = new SessionsApi()) {}

  async load() {
    try {
      this.store.setState({ items: await this.api.sessions(), failure: undefined });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.store.setState({ failure: error });
    }
  }

  /** Rejects with an ApiError if the session goes on. */
  async end(id: string) {
    await this.api.endSession(id).catch((error: unknown) => {
      // 404: it has ended by itself.
      if (!(error instanceof ApiError) || error.status !== 404) throw error;
    });
    this.keep((session) => session.id !== id);
  }

  /** Rejects with an ApiError if the sessions go on. */
  async endOthers() {
    await this.api.endOtherSessions();
    this.keep((session) => session.current === true);
  }

  private keep(lives: (session: SessionItem) => boolean) {
    this.store.setState(({ items }) => ({ items: items?.filter(lives) }));
  }
}
