/** The rows of a list: a table where there is room for one, and where there is not a card for each. */

import { Empty, Pagination, Spin, Table, type TableProps } from 'antd';
import { type ReactNode, useState } from 'react';
import { RowCards } from './RowCards';
import { useWide } from './useWide';

export interface RowsProps<T> {
  rowKey: (keyof T & string) | ((row: T) => string);
  /** The first names the row and is the title of its card; those with the key `actions` stand at its end. */
  columns: TableProps<T>['columns'];
  rows: readonly T[];
  /** What to say, and to do next, when there is nothing. */
  empty?: ReactNode;
  loading?: boolean;
  size?: 'small' | 'middle';
  bordered?: boolean;
  /** How many are on screen at once, of rows that are all here; all of them unless said. */
  pageSize?: number;
  expandable?: TableProps<T>['expandable'];
}

export function Rows<T extends object>(props: RowsProps<T>) {
  const { rowKey, columns = [], rows, empty, loading = false, size = 'middle', bordered, pageSize, expandable } = props;
  const wide = useWide();
  const [page, setPage] = useState(1);
  const most = pageSize ?? Math.max(rows.length, 1);
  // There may be fewer pages than there were.
  const current = Math.min(page, Math.max(Math.ceil(rows.length / most), 1));
  const shown = rows.slice((current - 1) * most, current * most);
  const nothing = <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />;
  return (
    <>
      {wide ? (
        <Table<T>
          rowKey={rowKey}
          size={size}
          {...(bordered && { bordered })}
          pagination={false}
          // Nothing to reach by keyboard, nothing to scroll.
          scroll={rows.length > 0 ? { x: true } : {}}
          columns={columns}
          dataSource={shown}
          loading={loading}
          locale={{ emptyText: loading ? ' ' : nothing }}
          {...(expandable && { expandable })}
        />
      ) : (
        <Spin spinning={loading}>
          {shown.length > 0 && <RowCards rowKey={rowKey} columns={columns} rows={shown} expandable={expandable} />}
          {rows.length === 0 && <div className="no-rows">{!loading && nothing}</div>}
        </Spin>
      )}
      {rows.length > most && (
        <Pagination
          className="pages no-print"
          size="small"
          align="end"
          showSizeChanger={false}
          total={rows.length}
          pageSize={most}
          current={current}
          onChange={setPage}
        />
      )}
    </>
  );
}
