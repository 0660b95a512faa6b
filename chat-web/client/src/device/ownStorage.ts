import { basePath, ownName } from './installation';

/** The values of this installation in localStorage or sessionStorage, which all installations of the host share. */
class OwnStorage implements Storage {
  constructor(
    private readonly shared: Storage,
    private readonly prefix: string,
  ) {}

  get length() {
    return this.names().length;
  }

  key(index: number) {
    return this.names()[index] ?? null;
  }

  getItem(name: string) {
    return this.shared.getItem(this.prefix + name);
  }

  setItem(name: string, value: string) {
    this.shared.setItem(this.prefix + name, value);
  }

  removeItem(name: string) {
    this.shared.removeItem(this.prefix + name);
  }

  clear() {
    this.names().forEach((name) => this.removeItem(name));
  }

  private names() {
    return Array.from({ length: this.shared.length }, (_, i) => this.shared.key(i) ?? '')
      .filter((name) => name.startsWith(this.prefix))
      .map((name) => name.slice(this.prefix.length));
  }
}

/** At the root, the storage itself: names there begin with "parley", never with a slash. */
function ownStorage(shared: Storage): Storage {
  return basePath() === '/' ? shared : new OwnStorage(shared, basePath());
}

export const localStore = () => ownStorage(localStorage);

export const tabStore = () => ownStorage(sessionStorage);

/** Reports the names of values that other tabs of this installation have changed. Returns what stops it. */
export function watchLocalStore(changed: (name: string) => void): () => void {
  const prefix = ownName('');
  const listener = ({ key, storageArea }: StorageEvent) => {
    if (storageArea === localStorage && key?.startsWith(prefix)) changed(key.slice(prefix.length));
  };
  window.addEventListener('storage', listener);
  return () => window.removeEventListener('storage', listener);
}

/** The locks of this installation; undefined on plain http, where browsers have none. */
export function ownLocks(): Pick<LockManager, 'request'> | undefined {
  const { locks } = navigator as { locks?: LockManager };
  if (!locks || basePath() === '/') return locks;
  const request = (name: string, ...rest: [LockOptions, LockGrantedCallback<unknown>]) =>
    locks.request(ownName(name), ...rest);
  return { request: request as LockManager['request'] };
}
