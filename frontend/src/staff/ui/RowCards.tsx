/** Rows as cards, from the columns of their table: what names the row on top, then line by line, then what can be done. */

import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button, type TableColumnType } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { RowsProps } from './Rows';

/** The key of the columns that hold buttons: these need no name, and stand last. */
const ACTIONS = 'actions';

type Props<T> = Required<Pick<RowsProps<T>, 'rowKey' | 'columns' | 'rows'>> & Pick<RowsProps<T>, 'expandable'>;

export function RowCards<T extends object>({ rowKey, columns = [], rows, expandable }: Props<T>) {
  const keyOf = (row: T) => (typeof rowKey === 'function' ? rowKey(row) : String(row[rowKey]));
  return (
    <ul className="row-cards">
      {rows.map((row, index) => (
        <li key={keyOf(row)}>
          <RowCard row={row} index={index} columns={columns} expandable={expandable} />
          {'children' in row && Array.isArray(row.children) && row.children.length > 0 && (
            <RowCards rowKey={rowKey} columns={columns} rows={row.children} expandable={expandable} />
          )}
        </li>
      ))}
    </ul>
  );
}

type CardProps<T> = Omit<Props<T>, 'rowKey' | 'rows'> & { row: T; index: number };

function RowCard<T extends object>({ row, index, columns = [], expandable }: CardProps<T>) {
  const [title, ...others] = leavesOf(columns);
  const facts = others.filter(({ key }) => key !== ACTIONS);
  const actions = others.find(({ key }) => key === ACTIONS);
  const more = expandable?.expandedRowRender;
  return (
    <>
      {title && <strong className={title.className}>{cellOf(title, row, index)}</strong>}
      <dl>
        {facts.map((column) => (
          <div key={String(column.key ?? column.title)}>
            <dt>{typeof column.title === 'function' ? column.title({}) : column.title}</dt>
            <dd className={column.className}>{cellOf(column, row, index)}</dd>
          </div>
        ))}
      </dl>
      {actions && <div className="actions">{cellOf(actions, row, index)}</div>}
      {more && <More name={expandable.columnTitle}>{() => more(row, index, 0, true)}</More>}
    </>
  );
}

/** What a table shows below the row when it is expanded. */
function More({ name, children }: { name: ReactNode; children: () => ReactNode }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <Button
        type="link"
        size="small"
        aria-expanded={open}
        aria-controls={id}
        icon={open ? <UpOutlined aria-hidden /> : <DownOutlined aria-hidden />}
        iconPlacement="end"
        style={{ paddingInline: 0 }}
        onClick={() => setOpen(!open)}
      >
        {name}
      </Button>
      <div id={id}>{open && children()}</div>
    </>
  );
}

const leavesOf = <T,>(columns: NonNullable<RowsProps<T>['columns']>): TableColumnType<T>[] =>
  columns.flatMap((column) => ('children' in column ? leavesOf(column.children) : [column]));

/** What a table would have in its cell: nothing, if a column neither names a value nor makes one. */
function cellOf<T extends object>({ dataIndex, render }: TableColumnType<T>, row: T, index: number): ReactNode {
  if (dataIndex === undefined) return render?.(row, row, index) as ReactNode;
  const value = [dataIndex]
    .flat()
    .reduce<unknown>((of, part) => (of as Record<PropertyKey, unknown> | undefined)?.[String(part)], row);
  return (render ? render(value, row, index) : value) as ReactNode;
}
