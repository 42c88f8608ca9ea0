/** Before a stocktake is booked: what differs from the books, and what was not counted. */

import { Alert, Form, Input, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Reward } from '@/api';
import { whole } from '@/lib/format';
import { DialogForm } from '../../ui/DialogForm';
import { Rows } from '../../ui/Rows';
import { Difference } from './Difference';

export interface Counted {
  reward: Reward;
  counted: number;
  difference: number;
}

interface Props {
  open: boolean;
  onClose: () => void;
  counted: Counted[];
  uncounted: number;
  book: (note: string) => Promise<unknown>;
}

export function BookDialog({ open, onClose, counted, uncounted, book }: Props) {
  const { t } = useTranslation('staff-stocktakes');
  const differing = counted.filter(({ difference }) => difference !== 0);
  const columns: TableProps<Counted>['columns'] = [
    { title: t('reward'), render: (_, { reward }) => reward.name },
    { title: t('booked'), align: 'right', className: 'number', render: (_, { reward }) => whole(reward.stock) },
    { title: t('counted'), dataIndex: 'counted', align: 'right', className: 'number', render: whole },
    {
      title: t('difference'),
      dataIndex: 'difference',
      align: 'right',
      className: 'number',
      render: (difference: number) => <Difference value={difference} />,
    },
  ];
  return (
    <DialogForm<{ note?: string }>
      title={t('book_title')}
      open={open}
      onClose={onClose}
      submit={({ note }) => book(note ?? '')}
      done={t('booked_done')}
      okText={t('book')}
      width={640}
    >
      <p>{t('summary', { counted: counted.length, differing: differing.length })}</p>
      {uncounted > 0 && (
        <Alert type="warning" showIcon title={t('uncounted', { number: uncounted })} style={{ marginBottom: 12 }} />
      )}
      {differing.length > 0 && (
        <div style={{ marginBottom: 16 }}>
          <Rows<Counted> rowKey={({ reward }) => reward.id} size="small" columns={columns} rows={differing} />
        </div>
      )}
      <Form.Item name="note" label={t('note')}>
        <Input maxLength={500} />
      </Form.Item>
    </DialogForm>
  );
}
