/** The orders of a resident in the points supermarket. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Order } from '@/api';
import { grouped, moment, whole } from '@/lib/format';
import { contentsOf } from '@/lib/orders';
import { OrderStatus } from '../../ui/OrderStatus';
import { Paged } from '../../ui/Paged';
import type { ListProps } from './tabs';

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
      render: (_, one) => contentsOf(one),
    },
    {
      title: t('order.code'),
      className: 'number',
      width: 130,
      render: (_, one) => (
        <Link to="/orders/$id" params={{ id: one.id }}>
          {grouped(one.code)}
        </Link>
      ),
    },
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
      width: 110,
      render: (_, one) => <OrderStatus order={one} />,
    },
  ];
  return <Paged query={query} columns={columns} cursor={cursor} onPage={onPage} empty={t('order.empty')} />;
}
