import { useMemo } from 'react';
import type { SearchApi } from '../../connection/searchApi';
import type { Cursor } from '../../protocol/resources';
import type { Hit } from '../../protocol/search';
import { usePages } from '../shared/usePages';

const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const keyOf = ({ msg }: Hit) => `${msg.conv}/${msg.pos}`;

/** The hits of a query, page by page; nothing for an empty query. */
export function useSearch(q: string, api: Pick<SearchApi, 'search'>) {
  const load = useMemo(() => (q ? (after: Cursor | undefined) => api.search(q, zone(), after) : undefined), [api, q]);
  const { pages, loading, failure, hasMore, more } = usePages(load, keyOf);
  return { items: pages?.items, total: pages?.total, loading, failure, hasMore, more };
}
