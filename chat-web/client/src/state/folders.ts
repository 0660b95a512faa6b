import type { Folder } from '../protocol/ownState';
import type { ConversationId } from '../protocol/resources';
import type { ChatState } from './chatState';
import type { OwnState } from './ownState';
import type { StoreApi } from 'zustand/vanilla';

export const MAX_FOLDER_NAME = 50;

/**
 * The sections of the list that the user has made. Each change is shown at once; the promise rejects with an ApiError if
 * the server refuses it, and what the server has is shown again.
 */
export class Folders {
  constructor(
    private readonly store: StoreApi<ChatState>,
    private readonly own: Pick<OwnState, 'set'>,
    private readonly random: () => number = Math.random,
  ) {}

  /** Adds a folder at the end, with a conversation in it if one is given. */
  create(name: string, conv?: ConversationId): Promise<void> {
    const id = Math.floor(this.random() * Number.MAX_SAFE_INTEGER).toString(36);
    const folders = withoutConversation(this.folders(), conv);
    return this.set([...folders, { id, name, conversations: conv === undefined ? [] : [conv], collapsed: false }]);
  }

  rename(id: string, name: string): Promise<void> {
    return this.change(id, (folder) => ({ ...folder, name }));
  }

  collapse(id: string, collapsed: boolean): Promise<void> {
    return this.change(id, (folder) => ({ ...folder, collapsed }));
  }

  /** Its conversations return to the sections that everybody has. */
  remove(id: string): Promise<void> {
    return this.set(this.folders().filter((folder) => folder.id !== id));
  }

  /** Moves a folder among the others. */
  move(id: string, step: 1 | -1): Promise<void> {
    const folders = [...this.folders()];
    const from = folders.findIndex((folder) => folder.id === id);
    const [folder] = folders.splice(from, 1);
    if (from < 0 || !folder) return Promise.resolve();
    folders.splice(Math.max(0, from + step), 0, folder);
    return this.set(folders);
  }

  /** Puts a conversation into a folder; without one it returns to the section that everybody has. */
  put(conv: ConversationId, id: string | undefined): Promise<void> {
    return this.set(
      withoutConversation(this.folders(), conv).map((folder) =>
        folder.id === id ? { ...folder, conversations: [...folder.conversations, conv] } : folder,
      ),
    );
  }

  private folders() {
    return this.store.getState().own.sidebar.folders;
  }

  private change(id: string, how: (folder: Folder) => Folder) {
    return this.set(this.folders().map((folder) => (folder.id === id ? how(folder) : folder)));
  }

  private set(folders: Folder[]) {
    return this.own.set('sidebar', { ...this.store.getState().own.sidebar, folders });
  }
}

function withoutConversation(folders: readonly Folder[], conv: ConversationId | undefined): Folder[] {
  return folders.map((folder) =>
    conv !== undefined && folder.conversations.includes(conv)
      ? { ...folder, conversations: folder.conversations.filter((each) => each !== conv) }
      : folder,
  );
}
