import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from '../../connection/http';
import type { HitPage } from '../../connection/searchApi';
import type { SearchApi } from '../../connection/searchApi';
import type { Cursor } from '../../protocol/resources';

interface Found {
  /** The query that this is the answer to. */
  q: string;
  page?: HitPage;
  failure?: ApiError;
}

const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The hits of a query, page by page; nothing for an empty query. */
export function useSearch(q: string, api: Pick<SearchApi, 'search'>) {
  const [found, setFound] = useState<Found>();
  const [loading, setLoading] = useState(false);
  const latest = useRef(q);

  const load = useCallback(
    async (before: HitPage | undefined) => {
      const next = await answer(api, q, before?.next).then(
        (page) => ({ q, page: joined(before, page) }),
        (failure: unknown) => {
          if (!(failure instanceof ApiError)) throw failure;
          return { q, page: before, failure };
        },
      );
      // The answer to an earlier query is not shown.
      if (latest.current !== q) return;
      setFound(next);
      setLoading(false);
    },
    [api, q],
  );

  useEffect(() => {
    latest.current = q;
    if (q) void load(undefined);
  }, [load, q]);

  const current = found?.q === q ? found : undefined;
  return {
    items: current?.page?.items,
    total: current?.page?.total,
    failure: current?.failure,
    loading: q !== '' && (loading || !current),
    hasMore: current?.page?.next !== undefined,
    /** Loads the next page, or the one that failed. */
    more: () => {
      setLoading(true);
      void load(current?.page);
    },
  };
}

function answer(api: Pick<SearchApi, 'search'>, q: string, after: Cursor | undefined) {
  return api.search(q, zone(), after);
}

function joined(before: HitPage | undefined, page: HitPage): HitPage {
  if (!before) return page;
  return { items: [...before.items, ...page.items], next: page.next, total: before.total };
}
