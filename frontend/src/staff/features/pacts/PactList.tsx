/** How far the household pact of a month is, building by building. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Pact } from '@/api';
import { civilDay, whole } from '@/lib/format';
import { DayPicker } from '../../ui/DayPicker';
import { FilterSelect } from '../../ui/FilterSelect';
import { Page } from '../../ui/Page';
import { Paged } from '../../ui/Paged';
import { ResidentLink } from '../../ui/ResidentLink';
import { usePlaces } from '../../ui/usePlaces';
import { PactStatus } from './PactStatus';

export interface Search {
  cursor?: string | undefined;
  month?: string | undefined;
  state?: 'open' | 'settled' | undefined;
  grid_id?: string | undefined;
}

export function PactList({ search, onSearch }: { search: Search; onSearch: (search: Search) => void }) {
  const { t } = useTranslation('staff-pacts');
  const { grids } = usePlaces();
  const query = $api.useQuery(
    'get',
    '/api/v1/pacts',
    { params: { query: search } },
    { placeholderData: keepPreviousData },
  );
  const rows = query.data && {
    ...query.data,
    items: query.data.items.map((pact) => ({ ...pact, id: pact.building_id })),
  };
  const month = search.month ?? query.data?.items[0]?.month;
  const change = (next: Search) => onSearch({ ...search, cursor: undefined, ...next });
  const count = { align: 'right', className: 'number', width: 100 } as const;
  const columns: TableProps<Pact & { id: string }>['columns'] = [
    {
      title: t('building'),
      render: (_, { building_id, estate, building_name, month: of }) => (
        <Link to="/pacts/$id" params={{ id: building_id }} search={{ month: of }}>
          {estate} {building_name}
        </Link>
      ),
    },
    { title: t('month'), dataIndex: 'month', render: civilDay, className: 'number', width: 100 },
    {
      title: t('block_head'),
      width: 130,
      render: (_, { block_head_id }) => (block_head_id ? <ResidentLink id={block_head_id} /> : t('none')),
    },
    { title: t('households'), dataIndex: 'households', render: whole, ...count },
    { title: t('kept'), dataIndex: 'kept', render: whole, ...count },
    { title: t('not_kept'), dataIndex: 'not_kept', render: whole, ...count },
    {
      title: t('unrecorded'),
      ...count,
      render: (_, { households, kept, not_kept }) => whole(households - kept - not_kept),
    },
    { title: t('state'), width: 110, render: (_, pact) => <PactStatus pact={pact} /> },
  ];
  return (
    <Page title={t('title')}>
      <Paged
        query={{ ...query, data: rows }}
        columns={columns}
        filters={
          <>
            <DayPicker
              month
              label={t('month')}
              value={month}
              onChange={(next) => change({ month: next })}
              width={130}
            />
            <FilterSelect
              label={t('state')}
              value={search.state}
              options={(['open', 'settled'] as const).map((value) => ({ value, label: t(`states.${value}`) }))}
              onChange={(state) => change({ state })}
            />
            <FilterSelect
              label={t('grid')}
              value={search.grid_id}
              options={grids.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(grid_id) => change({ grid_id })}
            />
          </>
        }
        cursor={search.cursor}
        onPage={(cursor) => onSearch({ ...search, cursor })}
        empty={t('empty')}
      />
    </Page>
  );
}
