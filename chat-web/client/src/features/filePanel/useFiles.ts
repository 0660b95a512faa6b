import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { FileList } from '../../files/fileList';
import { ApiError } from '../../files/fileList';
import type { FileKind, SentFile } from '../../protocol/files';
import { kindOf } from '../../protocol/files';
import type { Cursor } from '../../protocol/resources';
import type { TimelineMessage } from '../../state/timeline';
import { useChatState } from '../shared/chatContext';

interface Pages {
  kind?: FileKind;
  items?: readonly SentFile[];
  next?: Cursor;
  failure?: ApiError;
}

/**
 * The files of a conversation, newest first, page by page. What the page knows better than the stored list, because it was
 * just sent or removed, is taken from the messages.
 */
export function useFiles(conv: number, kind: FileKind | undefined, api: FileList) {
  const [pages, setPages] = useState<Pages>({});
  const [loading, setLoading] = useState(false);
  const latest = useRef(kind);
  const messages = useChatState((state) => state.timelines.get(conv)?.items);

  const load = useCallback(
    async (before: Pages) => {
      const loaded = await api.files(conv, kind, before.next).then(
        ({ items, next }): Pages => ({ kind, items: [...(before.items ?? []), ...items], next }),
        (failure: unknown): Pages => {
          if (!(failure instanceof ApiError)) throw failure;
          return { ...before, kind, failure };
        },
      );
      // The list of another kind is not shown.
      if (latest.current !== kind) return;
      setPages(loaded);
      setLoading(false);
    },
    [api, conv, kind],
  );
  useEffect(() => {
    latest.current = kind;
    void load({});
  }, [load, kind]);

  const current = pages.kind === kind ? pages : undefined;
  const stored = current?.items;
  const items = useMemo(() => stored && withMessages(stored, messages ?? [], kind), [stored, messages, kind]);
  return {
    items,
    loading: loading || current === undefined,
    failure: current?.failure,
    hasMore: current?.next !== undefined,
    /** Loads the next page, or the one that failed. */
    more: () => {
      setLoading(true);
      void load(current ?? {});
    },
  };
}

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
