/** Statements of the stores: all of a month, or those that were closed. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Statement, type StatementState } from '@/api';
import { statementStateValues } from '@/api/schema.gen';
import { whole, yuan } from '@/lib/format';
import { DayPicker } from '../../ui/DayPicker';
import { FilterSelect } from '../../ui/FilterSelect';
import { Page } from '../../ui/Page';
import { Paged } from '../../ui/Paged';
import { PartnerSelect } from '../../ui/PartnerSelect';
import { StoreSelect } from '../../ui/StoreSelect';
import { PartnerSheet } from './PartnerSheet';
import { StatementStatus } from './StatementStatus';

interface Search {
  cursor?: string | undefined;
  month?: string | undefined;
  state?: StatementState | undefined;
  store_id?: string | undefined;
  partner_id?: string | undefined;
}

interface Props {
  search: Search;
  onSearch: (search: Search) => void;
}

/** A month of a store that nobody has closed has no identifier yet. */
type Row = Statement & { id: string };

export function StatementList({ search, onSearch }: Props) {
  const { t } = useTranslation('staff-statements');
  const query = $api.useQuery(
    'get',
    '/api/v1/statements',
    { params: { query: search } },
    {
      placeholderData: keepPreviousData,
      select: (page) => ({
        ...page,
        items: page.items.map((one): Row => ({ ...one, id: `${one.store_id} ${one.month}` })),
      }),
    },
  );
  const filter = (change: Search) => onSearch({ ...search, cursor: undefined, ...change });
  const columns: TableProps<Row>['columns'] = [
    {
      title: t('store'),
      render: (_, { store_id, store_name, month }) => (
        <Link to="/statements/$storeId/$month" params={{ storeId: store_id, month }}>
          {store_name}
        </Link>
      ),
    },
    { title: t('month'), dataIndex: 'month', className: 'number', render: (month: string) => month.replace('-', '/') },
    { title: t('partner'), dataIndex: 'partner_name' },
    {
      title: t('confirmations'),
      dataIndex: ['totals', 'confirmations'],
      align: 'right',
      className: 'number',
      render: whole,
    },
    {
      title: t('corrections'),
      dataIndex: ['totals', 'corrections'],
      align: 'right',
      className: 'number',
      render: whole,
    },
    { title: t('bill'), dataIndex: ['totals', 'bill_fen'], align: 'right', className: 'number', render: yuan },
    { title: t('discount'), dataIndex: ['totals', 'discount_fen'], align: 'right', className: 'number', render: yuan },
    { title: t('points'), dataIndex: ['totals', 'points'], align: 'right', className: 'number', render: whole },
    { title: t('state'), dataIndex: 'state', render: (state: StatementState) => <StatementStatus state={state} /> },
  ];
  const filters = (
    <>
      <DayPicker month label={t('month')} value={search.month} onChange={(month) => filter({ month })} />
      <PartnerSelect value={search.partner_id} onChange={(partner_id) => filter({ partner_id })} />
      <StoreSelect value={search.store_id} onChange={(store_id) => filter({ store_id })} />
      <FilterSelect
        label={t('state')}
        value={search.state}
        options={statementStateValues.map((value) => ({ value, label: t(`states.${value}`) }))}
        onChange={(state) => filter({ state })}
      />
    </>
  );
  return (
    <Page title={t('heading')} actions={<PartnerSheet partnerId={search.partner_id} month={search.month} />}>
      <Paged
        query={query}
        columns={columns}
        filters={filters}
        cursor={search.cursor}
        onPage={(cursor) => onSearch({ ...search, cursor })}
        empty={t(search.month ? 'empty' : 'empty_without_month')}
      />
    </Page>
  );
}
