/** The sheet of a stocktake: one line a reward, the next by Enter. */

import { InputNumber, type TableProps } from 'antd';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reward } from '@/api';
import { whole } from '@/lib/format';
import { Rows } from '../../ui/Rows';
import { Thumbnail } from '../../ui/Thumbnail';
import { Difference } from './Difference';

/** What was counted, by reward. */
export type Counts = Record<string, number | null>;

interface Props {
  rewards: Reward[];
  counts: Counts;
  onCounts: (counts: Counts) => void;
}

export function Sheet({ rewards, counts, onCounts }: Props) {
  const { t } = useTranslation('staff-stocktakes');
  const { t: shared } = useTranslation('staff');
  const sheet = useRef<HTMLDivElement>(null);
  const next = (event: KeyboardEvent<HTMLInputElement>) => {
    const inputs = [...(sheet.current?.querySelectorAll('input') ?? [])];
    inputs[inputs.indexOf(event.currentTarget) + 1]?.focus();
  };
  const columns: TableProps<Reward>['columns'] = [
    {
      title: t('reward'),
      render: (_, { name, photo_id }) => (
        <span className="pictured">
          <Thumbnail photo={photo_id} name={name} side={32} />
          {name}
        </span>
      ),
    },
    {
      title: t('age_group'),
      dataIndex: 'age_group',
      render: (group: Reward['age_group']) => shared(`age_groups.${group}`),
    },
    {
      key: 'counted',
      title: t('counted'),
      width: 160,
      render: (_, { id, name }) => (
        <InputNumber
          aria-label={t('count_of', { name })}
          min={0}
          precision={0}
          controls={false}
          inputMode="numeric"
          value={counts[id] ?? null}
          onChange={(count) => onCounts({ ...counts, [id]: count })}
          onPressEnter={next}
          style={{ width: 120 }}
        />
      ),
    },
    { title: t('booked'), dataIndex: 'stock', align: 'right', className: 'number', width: 120, render: whole },
    { title: t('reserved'), dataIndex: 'reserved', align: 'right', className: 'number', width: 140, render: whole },
    {
      title: t('difference'),
      align: 'right',
      className: 'number',
      width: 120,
      render: (_, { id, stock }) => {
        const count = counts[id];
        return typeof count === 'number' ? <Difference value={count - stock} /> : '';
      },
    },
  ];
  return (
    <div ref={sheet}>
      <Rows<Reward> rowKey="id" columns={columns} rows={rewards} empty={t('nothing_to_count')} />
    </div>
  );
}
