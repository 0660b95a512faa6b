import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ConversationId } from '../../protocol/resources';

export type Overlay =
  'switcher' | 'newMessage' | 'newChannel' | 'shortcuts' | 'status' | 'profile' | 'alerts' | 'folder';
export type ListFilter = 'all' | 'unread' | 'mentions';

/** The section that is renamed, or the conversation for which one is made. */
interface FolderTarget {
  id?: string;
  conv?: ConversationId;
}

interface ShellState {
  overlay?: Overlay;
  folder?: FolderTarget;
  filter: ListFilter;
  /** Whether the panel with the details of the open conversation is shown. */
  details: boolean;
  /** Whether the panel with its files is shown, in the same place. */
  files: boolean;
}

/** What the page shows besides its route. */
export const shell = createStore<ShellState>()(() => ({ filter: 'all', details: false, files: false }));

export function useShell<T>(select: (state: ShellState) => T): T {
  return useStore(shell, select);
}

export const show = (overlay: Overlay | undefined, folder?: FolderTarget) => shell.setState({ overlay, folder });
export const showDetails = (details: boolean) => shell.setState({ details, files: false });
export const showFiles = (files: boolean) => shell.setState({ files, details: false });
export const filterList = (filter: ListFilter) => shell.setState({ filter });

export function resetShell() {
  shell.setState({ overlay: undefined, filter: 'all', details: false, files: false });
}
