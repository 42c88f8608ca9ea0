/** All pages of a list, one after another: for choices and names, where one page is not enough. */

import { useEffect } from 'react';

interface Pages<T> {
  data: { pages: { items: T[] }[] } | undefined;
  error: unknown;
  isError: boolean;
  isFetching: boolean;
  hasNextPage: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
}

/** How a list of the API goes on: by cursors. */
export const byCursor = {
  pageParamName: 'cursor',
  // Without a cursor; undefined would become the page 0 of openapi-react-query.
  initialPageParam: null,
  getNextPageParam: (page: { next_cursor?: string | null }) => page.next_cursor ?? undefined,
};

/**
 * The whole list as the answer to one question: none before all of it came, as a part must not pass for the whole. `soFar` is
 * what came of it. It stops early once `enough` says so.
 */
export function useWhole<T>(query: Pages<T>, enough: (items: T[]) => boolean = () => false) {
  const { data, error, refetch, isError, isFetching, hasNextPage, fetchNextPage } = query;
  const soFar = data?.pages.flatMap((page) => page.items) ?? [];
  const missing = data === undefined || (hasNextPage && !enough(soFar));
  const next = missing && !isError && !isFetching;
  useEffect(() => {
    // Once for each page that came: when they come fast, nobody sees it fetching in between.
    if (next && data !== undefined) fetchNextPage();
  }, [next, data, fetchNextPage]);
  return { data: missing ? undefined : soFar, soFar, error, refetch };
}
