import { useCallback, useEffect, useRef, useState } from 'react';
import type { Cursor } from '../../protocol/resources';
import { ApiError } from '../../state/chatState';

export interface Pages<T> {
  items: readonly T[];
  next?: Cursor;
}

interface Loaded<P> {
  /** What loads the list that this belongs to. */
  load?: unknown;
  pages?: P;
  failure?: ApiError;
}

/**
 * A list that is loaded page by page.
 *
 * @param load loads a page; another one is another list, and undefined is none. It must stay the same while the list does.
 * @param keyOf what an item is known by, because a page can repeat items of the one before; always the same function
 */
export function usePages<T, P extends Pages<T>>(
  load: ((after: Cursor | undefined) => Promise<P>) | undefined,
  keyOf: (item: T) => unknown,
) {
  const [loaded, setLoaded] = useState<Loaded<P>>({});
  const [loading, setLoading] = useState(false);
  const latest = useRef(load);
  const current = loaded.load === load ? loaded : {};

  const next = useCallback(
    async (after?: Cursor) => {
      if (!load) return;
      const answer = await load(after).catch((failure: unknown) => {
        if (failure instanceof ApiError) return failure;
        throw failure;
      });
      // The answer for another list is not shown.
      if (latest.current !== load) return;
      setLoading(false);
      setLoaded((before) => {
        const pages = before.load === load ? before.pages : undefined;
        if (answer instanceof ApiError) return { load, pages, failure: answer };
        return { load, pages: pages ? withPage(pages, answer, keyOf) : answer };
      });
    },
    [load, keyOf],
  );
  useEffect(() => {
    latest.current = load;
    void next();
  }, [load, next]);

  /** Changes what is loaded, if anything is. */
  const change = useCallback(
    (how: (pages: P) => P) =>
      setLoaded((now) => (now.load === load && now.pages ? { ...now, pages: how(now.pages) } : now)),
    [load],
  );

  const { pages, failure } = current;
  return {
    pages,
    failure,
    loading: load !== undefined && (loading || (!pages && !failure)),
    hasMore: pages?.next !== undefined,
    /** Loads the next page, or the one that failed. */
    more: () => {
      setLoading(true);
      void next(pages?.next);
    },
    change,
  };
}

/** The items of `added` whose keys are not among the known ones. */
export function unknownOf<T>(known: readonly T[], added: readonly T[], keyOf: (item: T) => unknown): T[] {
  const keys = new Set(known.map(keyOf));
  return added.filter((item) => !keys.has(keyOf(item)));
}

function withPage<T, P extends Pages<T>>(before: P, page: P, keyOf: (item: T) => unknown): P {
  return { ...before, items: [...before.items, ...unknownOf(before.items, page.items, keyOf)], next: page.next };
}
