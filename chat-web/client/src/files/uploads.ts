import { createStore } from 'zustand/vanilla';
import { loadPart } from '../parts/loadPart';
import type { AttachedFile, ConversationId } from '../protocol/resources';

/** The number of files of one message. */
export const MAX_FILES = 10;

/** A file that is attached to the message that is being written. */
export interface Upload {
  key: number;
  conv: ConversationId;
  name: string;
  size: number;
  received: number;
  state: 'uploading' | 'complete' | 'failed';
  /** Why it failed. */
  failure?: { status: number; code: string; retryAfterMs?: number };
  /** As the server describes it; only if it is complete. */
  file?: AttachedFile;
}

interface Uploads {
  /** In the order in which they were attached. */
  items: readonly Upload[];
  /** The conversation whose composer is shown: it gets what is dropped or pasted. */
  target?: ConversationId;
  /** Whether files were left out, because a message can have only so many. */
  tooMany: boolean;
}

export const uploads = createStore<Uploads>()(() => ({ items: [], tooMany: false }));

export const uploadsOf = (conv: ConversationId) => uploads.getState().items.filter((item) => item.conv === conv);

/** Uploads files for the next message of a conversation. */
export function attach(conv: ConversationId, files: readonly File[]) {
  const room = Math.max(0, MAX_FILES - uploadsOf(conv).length);
  uploads.setState({ tooMany: files.length > room });
  if (files.length === 0) return;
  void loadPart(() => import('./filesChunk')).then(({ upload }) =>
    files.slice(0, room).forEach((file) => upload(conv, file)),
  );
}

/** Files that are dropped or pasted; returns whether there is a composer for them. */
export function attachHere(files: readonly File[]): boolean {
  const { target } = uploads.getState();
  if (target === undefined) return false;
  attach(target, files);
  return true;
}

/** Shows that a composer is there; returns what ends it. */
export function receiveFiles(conv: ConversationId) {
  uploads.setState({ target: conv, tooMany: false });
  return () => uploads.setState(({ target }) => (target === conv ? { target: undefined } : {}));
}

/** The complete files of a conversation, which its next message takes. */
export function takeFiles(conv: ConversationId): AttachedFile[] | undefined {
  const taken = uploadsOf(conv);
  if (taken.length === 0) return undefined;
  uploads.setState(({ items }) => ({ items: items.filter((item) => item.conv !== conv), tooMany: false }));
  return taken.flatMap(({ file }) => file ?? []);
}

/** The files of a user who signs out; the server removes them. */
export const forgetFiles = () => uploads.setState({ items: [], tooMany: false });
