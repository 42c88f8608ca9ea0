/** Orders of the points supermarket, by where they stand. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Segmented, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Order, type OrderState } from '@/api';
import { orderStateValues } from '@/api/schema.gen';
import { grouped, moment, whole } from '@/lib/format';
import { contentsOf } from '@/lib/orders';
import { FindInput } from '../../ui/FindInput';
import { LinkButton } from '../../ui/LinkButton';
import { OrderStatus } from '../../ui/OrderStatus';
import { Page } from '../../ui/Page';
import { Paged } from '../../ui/Paged';
import { ResidentPicker } from '../../ui/ResidentPicker';
import { PlacedBy } from './PlacedBy';

interface Search {
  cursor?: string | undefined;
  state?: OrderState | undefined;
  resident_id?: string | undefined;
  code?: string | undefined;
}

interface Props {
  search: Search;
  onSearch: (search: Search) => void;
}

export function OrderList({ search, onSearch }: Props) {
  const { t } = useTranslation('staff-orders');
  const { t: shared } = useTranslation('staff');
  const query = $api.useQuery(
    'get',
    '/api/v1/orders',
    { params: { query: { ...search, limit: 20 } } },
    { placeholderData: keepPreviousData },
  );
  const filter = (change: Search) => onSearch({ ...search, cursor: undefined, ...change });
  const columns: TableProps<Order>['columns'] = [
    {
      title: t('code'),
      className: 'number',
      render: (_, one) => (
        <Link to="/orders/$id" params={{ id: one.id }}>
          {grouped(one.code)}
        </Link>
      ),
    },
    { title: t('resident'), dataIndex: 'resident_name' },
    {
      title: t('lines'),
      render: (_, one) => contentsOf(one),
    },
    { title: t('total'), dataIndex: 'total_points', align: 'right', className: 'number', render: whole },
    { title: t('state'), render: (_, one) => <OrderStatus order={one} /> },
    { title: t('placed_at'), dataIndex: 'placed_at', className: 'number', render: moment },
    {
      title: t('placed_by'),
      render: (_, one) => <PlacedBy order={one} />,
    },
  ];
  const filters = (
    <>
      <Segmented<OrderState | 'all'>
        aria-label={t('state')}
        style={{ maxWidth: '100%', overflowX: 'auto' }}
        value={search.state ?? 'all'}
        onChange={(state) => filter({ state: state === 'all' ? undefined : state })}
        options={[
          { value: 'all', label: t('all') },
          ...orderStateValues.map((value) => ({ value, label: shared(`order_states.${value}`) })),
        ]}
      />
      <FindInput label={t('find_code')} value={search.code} onChange={(code) => filter({ code })} />
      <div style={{ width: 260 }}>
        <ResidentPicker
          aria-label={t('resident')}
          {...(search.resident_id !== undefined && { value: search.resident_id })}
          onChange={(resident_id) => filter({ resident_id })}
        />
      </div>
    </>
  );
  return (
    <Page
      title={t('title')}
      actions={
        <LinkButton to="/counter" primary>
          {t('to_counter')}
        </LinkButton>
      }
    >
      <Paged
        query={query}
        columns={columns}
        filters={filters}
        cursor={search.cursor}
        onPage={(cursor) => onSearch({ ...search, cursor })}
        empty={t('empty')}
      />
    </Page>
  );
}
