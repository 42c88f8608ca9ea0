/** Households, building by building. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Household } from '@/api';
import { BuildingSelect } from '../../ui/BuildingSelect';
import { Page } from '../../ui/Page';
import { Paged } from '../../ui/Paged';
import { ResidentLink } from '../../ui/ResidentLink';
import { usePlaces } from '../../ui/usePlaces';
import { useMe } from '../shell/useMe';
import { CreateHousehold } from './CreateHousehold';

interface Search {
  cursor?: string | undefined;
  building_id?: string | undefined;
}

export function HouseholdList({ search, onSearch }: { search: Search; onSearch: (search: Search) => void }) {
  const { t } = useTranslation('staff-households');
  const { isDesk } = useMe();
  const { buildingName, buildings, gridName } = usePlaces();
  const query = $api.useQuery(
    'get',
    '/api/v1/households',
    { params: { query: search } },
    { placeholderData: keepPreviousData },
  );
  const gridOf = (building: string) => gridName(buildings.find((one) => one.id === building)?.grid_id ?? '');
  const columns: TableProps<Household>['columns'] = [
    {
      title: t('door'),
      width: 160,
      render: (_, { id, door }) => (
        <Link to="/households/$id" params={{ id }}>
          {door}
        </Link>
      ),
    },
    { title: t('building'), dataIndex: 'building_id', width: 220, render: buildingName },
    { title: t('grid'), dataIndex: 'building_id', render: gridOf, width: 140 },
    {
      title: t('representative'),
      dataIndex: 'representative_id',
      width: 160,
      render: (id?: string) => (id ? <ResidentLink id={id} /> : t('none')),
    },
  ];
  return (
    <Page title={t('title')} actions={isDesk && <CreateHousehold buildingId={search.building_id} />}>
      <Paged
        query={query}
        columns={columns}
        filters={
          <BuildingSelect
            label={t('building')}
            value={search.building_id}
            onChange={(building_id) => onSearch({ building_id })}
            width={240}
          />
        }
        cursor={search.cursor}
        onPage={(cursor) => onSearch({ ...search, cursor })}
        empty={t('empty')}
      />
    </Page>
  );
}
