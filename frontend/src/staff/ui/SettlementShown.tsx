/** What a settlement gave, line by line, with why; it stays on screen though the matter is settled by then. */

import { Modal, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { signed, whole } from '@/lib/format';
import { Rows } from './Rows';

interface Line {
  points: number;
  explanation: string;
}

interface Props<T extends Line> {
  settlement: { awarded: number; not_awarded: number; total_points: number; results: T[] } | undefined;
  /** Of whom there are so many. */
  of: 'people' | 'households';
  title: string;
  onClose: () => void;
  keyOf: (line: T) => string;
  /** Whom a line is about, before its points. */
  columns: NonNullable<TableProps<T>['columns']>;
}

export function SettlementShown<T extends Line>({ settlement, of, title, onClose, keyOf, columns }: Props<T>) {
  const { t } = useTranslation('staff');
  const all: TableProps<T>['columns'] = [
    ...columns,
    {
      title: t('settlement.points'),
      align: 'right',
      className: 'number',
      width: 80,
      render: (_, { points }) => signed(points),
    },
    { title: t('settlement.why'), render: (_, { explanation }) => <span className="words">{explanation}</span> },
  ];
  return (
    <Modal title={title} open={settlement !== undefined} onCancel={onClose} onOk={onClose} width={820}>
      {settlement && (
        <>
          <p>
            {t(`settlement.sum.${of}`, {
              awarded: whole(settlement.awarded),
              points: whole(settlement.total_points),
              none: whole(settlement.not_awarded),
            })}
          </p>
          <Rows<T> rowKey={keyOf} size="small" columns={all} rows={settlement.results} pageSize={20} />
        </>
      )}
    </Modal>
  );
}
