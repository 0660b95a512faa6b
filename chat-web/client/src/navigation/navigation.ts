import type { Route } from './route';
import { hrefOf, parseRoute } from './route';

/** A visit of a route. The same route can be visited again, for example by a second click on the same quote. */
export interface Visit {
  readonly route: Route;
  readonly number: number;
}

/** The visits of this page, along the history of the browser. */
export class Navigation {
  private visit: Visit;
  private before?: Route;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly window: Pick<Window, 'location' | 'history' | 'addEventListener'>) {
    this.visit = { route: parseRoute(window.location.hash), number: 0 };
    window.addEventListener('hashchange', () => this.arrive());
  }

  readonly current = (): Visit => this.visit;

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  go(route: Route) {
    const { location } = this.window;
    const href = hrefOf(route);
    // The browser reports only a change.
    if (location.hash === href) this.arrive();
    else location.hash = href;
  }

  /** Goes to the route without an entry in the history of the browser. */
  replace(route: Route) {
    this.window.history.replaceState(null, '', hrefOf(route));
    this.arrive();
  }

  /** Closes what is open: Back does not open it again if it was opened from the home route. */
  close() {
    if (this.before?.view === 'home') this.window.history.back();
    else this.replace({ view: 'home' });
  }

  back() {
    this.window.history.back();
  }

  forward() {
    this.window.history.forward();
  }

  private arrive() {
    this.before = this.visit.route;
    this.visit = { route: parseRoute(this.window.location.hash), number: this.visit.number + 1 };
    this.listeners.forEach((listener) => listener());
  }
}
