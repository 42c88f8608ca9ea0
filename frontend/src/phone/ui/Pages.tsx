/** A list that grows page by page as long as there is more. */

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { Empty } from './Empty';
import { Loading } from './Loading';
import { TroubleShown } from './TroubleShown';

interface Query<T> {
  data: { pages: { items: T[] }[] } | undefined;
  error: unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
}

interface Props<T> {
  query: Query<T>;
  /** What to say, and to do next, when there is nothing. */
  empty: ReactNode;
  /** Which of them are shown; all unless given. */
  only?: (item: T) => boolean;
  children: (item: T) => ReactNode;
}

export function Pages<T extends { id: string }>({ query, empty, only = () => true, children }: Props<T>) {
  const { t } = useTranslation('phone');
  if (query.data === undefined) {
    return query.error ? <TroubleShown error={query.error} retry={query.refetch} /> : <Loading />;
  }
  const items = query.data.pages.flatMap((page) => page.items).filter(only);
  if (items.length === 0 && !query.hasNextPage) return <Empty>{empty}</Empty>;
  return (
    <>
      <ul className="stack">
        {items.map((item) => (
          <li key={item.id}>{children(item)}</li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button wide busy={query.isFetchingNextPage} onClick={query.fetchNextPage}>
          {t('action.more')}
        </Button>
      )}
    </>
  );
}
