/** The answer to a question on screen: loading, trouble, or what came. */

import type { ReactNode } from 'react';
import { Loading } from './Loading';
import { TroubleShown } from './TroubleShown';

interface Query<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

export function Answer<T>({ query, children }: { query: Query<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <TroubleShown error={query.error} retry={query.refetch} />;
  return <Loading />;
}
