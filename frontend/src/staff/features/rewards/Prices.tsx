/** What a reward cost over time, the price of now first. */

import { keepPreviousData } from '@tanstack/react-query';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type RewardPrice } from '@/api';
import { moment, whole } from '@/lib/format';
import { Paged } from '../../ui/Paged';

interface Props {
  id: string;
  cursor: string | undefined;
  onPage: (cursor: string | undefined) => void;
}

type Row = RewardPrice & { id: string };

export function Prices({ id, cursor, onPage }: Props) {
  const { t } = useTranslation('staff-rewards');
  const query = $api.useQuery(
    'get',
    '/api/v1/rewards/{id}/prices',
    { params: { path: { id }, query: { cursor, limit: 20 } } },
    {
      placeholderData: keepPreviousData,
      select: (page) => ({ ...page, items: page.items.map((price): Row => ({ ...price, id: price.from })) }),
    },
  );
  const columns: TableProps<Row>['columns'] = [
    { title: t('from'), dataIndex: 'from', render: moment, className: 'number', width: 180 },
    { title: t('price'), dataIndex: 'points', align: 'right', className: 'number', render: whole, width: 120 },
    { title: t('actor'), dataIndex: 'actor_name' },
  ];
  return <Paged query={query} columns={columns} cursor={cursor} onPage={onPage} empty={t('empty')} />;
}
