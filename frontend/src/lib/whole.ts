/** All pages of a list, one after another: for choices and names, where one page is not enough. */

import { useEffect } from 'react';

interface Pages<T> {
  data: { pages: { items: T[] }[] } | undefined;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isError: boolean;
  fetchNextPage: () => unknown;
}

/** How a list of the API goes on: by cursors. */
export const byCursor = {
  pageParamName: 'cursor',
  // Without a cursor; undefined would become the page 0 of openapi-react-query.
  initialPageParam: null,
  getNextPageParam: (page: { next_cursor?: string | null }) => page.next_cursor ?? undefined,
};

/** The items so far, and whether these are all; it stops early once `enough` says so. */
export function useWhole<T>(query: Pages<T>, enough: (items: T[]) => boolean = () => false) {
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const missing = query.hasNextPage && !query.isError && !enough(items);
  const next = missing && !query.isFetchingNextPage;
  useEffect(() => {
    if (next) query.fetchNextPage();
  }, [next, query.fetchNextPage]);
  return { items, complete: query.data !== undefined && !missing };
}
