/** A list that the server pages by cursors. Cursor and filters stand in the address, so that back is back. */

import { Button, Card } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Rows, type RowsProps } from './Rows';
import { TroubleShown } from './TroubleShown';

interface Query<T> {
  data: { items: T[]; next_cursor?: string | null } | undefined;
  error: unknown;
  isFetching: boolean;
  isPlaceholderData: boolean;
  refetch: () => unknown;
}

interface Props<T> {
  query: Query<T>;
  columns: RowsProps<T>['columns'];
  /** The cursor of the page on screen; none on the first. */
  cursor: string | undefined;
  /** Shows another page; the first without a cursor. */
  onPage: (cursor: string | undefined) => void;
  /** What to say, and to do next, when there is nothing. */
  empty: ReactNode;
  filters?: ReactNode;
  expandable?: RowsProps<T>['expandable'];
}

export function Paged<T extends { id: string }>(props: Props<T>) {
  const { query, columns, cursor, onPage, empty, filters, expandable } = props;
  const { t } = useTranslation('staff');
  const trouble = query.error && query.data === undefined;
  const next = query.data?.next_cursor ?? undefined;
  return (
    <Card styles={{ body: { padding: 0 } }}>
      {filters !== undefined && <div className="filters list-filters no-print">{filters}</div>}
      {trouble ? (
        <TroubleShown error={query.error} retry={query.refetch} />
      ) : (
        <Rows<T>
          rowKey="id"
          columns={columns}
          rows={query.data?.items ?? []}
          empty={empty}
          loading={query.data === undefined || query.isPlaceholderData}
          expandable={expandable}
        />
      )}
      {(cursor !== undefined || next !== undefined) && (
        <div className="paging no-print">
          {cursor !== undefined && <Button onClick={() => onPage(undefined)}>{t('paging.first')}</Button>}
          {cursor !== undefined && <Button onClick={() => window.history.back()}>{t('paging.previous')}</Button>}
          <Button
            disabled={next === undefined}
            title={next === undefined ? t('paging.last') : undefined}
            onClick={() => onPage(next)}
          >
            {t('paging.next')}
          </Button>
        </div>
      )}
    </Card>
  );
}
