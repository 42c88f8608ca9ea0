/** Buildings with their grid and their block head. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Space, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Building } from '@/api';
import { FilterSelect } from '../../ui/FilterSelect';
import { Paged } from '../../ui/Paged';
import { ResidentLink } from '../../ui/ResidentLink';
import { usePlaces } from '../../ui/usePlaces';
import { useMe } from '../shell/useMe';
import { BuildingForm } from './BuildingForm';
import type { Search } from './BuildingsPage';

export function BuildingTable({ search, onSearch }: { search: Search; onSearch: (search: Search) => void }) {
  const { t } = useTranslation('staff-households');
  const { isDesk } = useMe();
  const { grids, gridName } = usePlaces();
  const { grid_id, cursor } = search;
  const query = $api.useQuery(
    'get',
    '/api/v1/buildings',
    { params: { query: { ...(grid_id !== undefined && { grid_id }), ...(cursor !== undefined && { cursor }) } } },
    { placeholderData: keepPreviousData },
  );
  const columns: TableProps<Building>['columns'] = [
    { title: t('building'), width: 220, render: (_, { estate, name }) => `${estate} ${name}` },
    { title: t('grid'), dataIndex: 'grid_id', render: gridName, width: 130 },
    {
      title: t('block_head'),
      dataIndex: 'block_head_id',
      width: 130,
      render: (id?: string) => (id ? <ResidentLink id={id} /> : t('none')),
    },
    {
      title: t('see'),
      width: 200,
      render: (_, { id }) => (
        <Space size="middle">
          <Link to="/households" search={{ building_id: id }}>
            {t('households')}
          </Link>
          <Link to="/residents" search={{ building_id: id }}>
            {t('residents')}
          </Link>
          <Link to="/pacts/$id" params={{ id }}>
            {t('pact.short')}
          </Link>
        </Space>
      ),
    },
    {
      key: 'actions',
      title: t('do'),
      width: 90,
      render: (_, building) => isDesk && <BuildingForm building={building} />,
    },
  ];
  return (
    <Paged
      query={query}
      columns={columns}
      filters={
        <FilterSelect
          label={t('grid')}
          value={grid_id}
          options={grids.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(chosen) => onSearch({ grid_id: chosen })}
        />
      }
      cursor={cursor}
      onPage={(next) => onSearch({ ...search, cursor: next })}
      empty={t('buildings_empty')}
    />
  );
}
