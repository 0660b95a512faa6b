import { useCallback, useMemo } from 'react';
import type { FileList } from '../../files/fileList';
import type { FileKind, SentFile } from '../../protocol/files';
import { kindOf } from '../../protocol/files';
import type { Cursor } from '../../protocol/resources';
import type { TimelineMessage } from '../../state/timeline';
import { useChatState } from '../shared/chatContext';
import { usePages } from '../shared/usePages';

/**
 * The files of a conversation, newest first, page by page. What the page knows better than the stored list, because it was
 * just sent or removed, is taken from the messages.
 */
export function useFiles(conv: number, kind: FileKind | undefined, api: FileList) {
  const load = useCallback((after: Cursor | undefined) => api.files(conv, kind, after), [api, conv, kind]);
  const { pages, loading, failure, hasMore, more } = usePages(load, keyOf);
  const messages = useChatState((state) => state.timelines.get(conv)?.items);
  const stored = pages?.items;
  const items = useMemo(() => stored && withMessages(stored, messages ?? [], kind), [stored, messages, kind]);
  return { items, loading, failure, hasMore, more };
}

const keyOf = ({ file }: SentFile) => file.id;

export function withMessages(
  stored: readonly SentFile[],
  messages: readonly TimelineMessage[],
  kind: FileKind | undefined,
): SentFile[] {
  const listed = new Set(stored.map(({ file }) => file.id));
  const newest = stored[0]?.pos ?? -1;
  const revoked = new Set(messages.filter((message) => message.revoked).map(({ pos }) => pos));
  const sent = messages
    .filter(({ pos }) => pos >= newest)
    .flatMap(({ pos, from = 0, files = [] }) => files.map((file) => ({ pos, from, file })))
    .filter(({ file }) => !listed.has(file.id) && (kind === undefined || kindOf(file.type) === kind));
  return [...sent.reverse(), ...stored].filter(({ pos }) => !revoked.has(pos));
}
