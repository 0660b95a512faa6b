import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export type Overlay = 'switcher' | 'newMessage' | 'newChannel' | 'shortcuts' | 'status' | 'profile' | 'alerts';
export type ListFilter = 'all' | 'unread' | 'mentions';

interface ShellState {
  overlay?: Overlay;
  filter: ListFilter;
  /** Whether the panel with the details of the open conversation is shown. */
  details: boolean;
}

/** What the page shows besides its route. */
export const shell = createStore<ShellState>()(() => ({ filter: 'all', details: false }));

export function useShell<T>(select: (state: ShellState) => T): T {
  return useStore(shell, select);
}

export const show = (overlay: Overlay | undefined) => shell.setState({ overlay });
export const showDetails = (details: boolean) => shell.setState({ details });
export const filterList = (filter: ListFilter) => shell.setState({ filter });

export function resetShell() {
  shell.setState({ overlay: undefined, filter: 'all', details: false });
}
