/** The orders of a resident in the points supermarket. */

import { keepPreviousData } from '@tanstack/react-query';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Order } from '@/api';
import { grouped, moment, whole } from '@/lib/format';
import { Paged } from '../../ui/Paged';
import { Status, type Tone } from '../../ui/Status';
import type { ListProps } from './tabs';

const tones: Record<Order['state'], Tone> = {
  held: 'waiting',
  ready: 'waiting',
  picked_up: 'good',
  cancelled: 'ended',
  expired: 'ended',
};

export function OrdersTab({ id, cursor, onPage }: ListProps) {
  const { t } = useTranslation('staff-residents');
  const query = $api.useQuery(
    'get',
    '/api/v1/orders',
    { params: { query: { resident_id: id, ...(cursor !== undefined && { cursor }) } } },
    { placeholderData: keepPreviousData },
  );
  const columns: TableProps<Order>['columns'] = [
    {
      title: t('order.goods'),
      render: (_, { lines }) =>
        lines.map(({ reward_name, quantity }) => t('order.line', { name: reward_name, quantity })).join(t('why.comma')),
    },
    { title: t('order.code'), dataIndex: 'code', render: grouped, className: 'number', width: 130 },
    {
      title: t('wallet.points'),
      dataIndex: 'total_points',
      render: whole,
      align: 'right',
      className: 'number',
      width: 90,
    },
    { title: t('order.placed_at'), dataIndex: 'placed_at', render: moment, className: 'number', width: 160 },
    {
      title: t('state'),
      dataIndex: 'state',
      width: 110,
      render: (state: Order['state']) => <Status tone={tones[state]}>{t(`order.states.${state}`)}</Status>,
    },
  ];
  return <Paged query={query} columns={columns} cursor={cursor} onPage={onPage} empty={t('order.empty')} />;
}
