/** A table of a list that the server pages by cursors. Cursor and filters stand in the address, so that back is back. */

import { Button, Card, Empty, Table, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
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
  columns: TableProps<T>['columns'];
  /** The cursor of the page on screen; none on the first. */
  cursor: string | undefined;
  /** Shows another page; the first without a cursor. */
  onPage: (cursor: string | undefined) => void;
  /** What to say, and to do next, when there is nothing. */
  empty: ReactNode;
  filters?: ReactNode;
  onRow?: (row: T) => void;
  rowSelection?: TableProps<T>['rowSelection'];
  expandable?: TableProps<T>['expandable'];
}

export function Paged<T extends { id: string }>(props: Props<T>) {
  const { query, columns, cursor, onPage, empty, filters, onRow, rowSelection, expandable } = props;
  const { t } = useTranslation('staff');
  const trouble = query.error && query.data === undefined;
  const next = query.data?.next_cursor ?? undefined;
  return (
    <Card styles={{ body: { padding: 0 } }}>
      {filters !== undefined && (
        <div style={{ padding: 16 }} className="filters no-print">
          {filters}
        </div>
      )}
      {trouble ? (
        <TroubleShown error={query.error} retry={query.refetch} />
      ) : (
        <Table<T>
          rowKey="id"
          size="middle"
          pagination={false}
          // Nothing to reach by keyboard, nothing to scroll.
          scroll={query.data?.items.length ? { x: 'max-content' } : {}}
          columns={columns}
          dataSource={query.data?.items ?? []}
          loading={query.data === undefined || query.isPlaceholderData}
          locale={{
            emptyText:
              query.data === undefined ? ' ' : <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />,
          }}
          {...(onRow && { onRow: (row: T) => ({ onClick: () => onRow(row), style: { cursor: 'pointer' } }) })}
          {...(rowSelection && { rowSelection })}
          {...(expandable && { expandable })}
        />
      )}
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
    </Card>
  );
}
