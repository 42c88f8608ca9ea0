/** The lines of an order; while it is open, each can be given in something else. */

import { Link } from '@tanstack/react-router';
import { Button, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order, OrderLine } from '@/api';
import { whole } from '@/lib/format';
import { Rows } from '../../ui/Rows';
import { Substitute } from './Substitute';

export function OrderLines({ order, changeable }: { order: Order; changeable: boolean }) {
  const { t } = useTranslation('staff-orders');
  const [line, setLine] = useState<OrderLine>();
  const columns: TableProps<OrderLine>['columns'] = [
    {
      title: t('reward'),
      render: (_, one) => (
        <>
          <Link to="/rewards/$id" params={{ id: one.reward_id }}>
            {one.reward_name}
          </Link>
          {one.replaces && <> {t('replaces', { name: one.replaces.reward_name })}</>}
        </>
      ),
    },
    { title: t('unit_points'), dataIndex: 'unit_points', align: 'right', className: 'number', render: whole },
    { title: t('quantity'), dataIndex: 'quantity', align: 'right', className: 'number', render: whole },
    {
      title: t('subtotal'),
      align: 'right',
      className: 'number',
      render: (_, one) => whole(one.unit_points * one.quantity),
    },
  ];
  if (changeable) {
    columns.push({
      key: 'actions',
      title: t('action'),
      width: 120,
      render: (_, one) => (
        <Button type="link" style={{ paddingInline: 0 }} onClick={() => setLine(one)}>
          {t('substitute')}
        </Button>
      ),
    });
  }
  return (
    <>
      <Rows<OrderLine> rowKey="reward_id" columns={columns} rows={order.lines} />
      {line && <Substitute orderId={order.id} line={line} onClose={() => setLine(undefined)} />}
    </>
  );
}
