import { useSyncExternalStore } from 'react';

interface Readable<S> {
  get: () => S;
  subscribe: (listener: () => void) => () => void;
}

/** A part of the state; `select` must give the same thing for the same state. */
export function useStore<S, T>(store: Readable<S>, select: (state: S) => T): T {
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
