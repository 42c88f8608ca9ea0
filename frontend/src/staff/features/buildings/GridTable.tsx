/** Grids of the community. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Space, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Grid } from '@/api';
import { Paged } from '../../ui/Paged';
import { usePlaces } from '../../ui/usePlaces';
import { useMe } from '../shell/useMe';
import { GridForm } from './GridForm';

interface Props {
  cursor: string | undefined;
  onPage: (cursor: string | undefined) => void;
}

export function GridTable({ cursor, onPage }: Props) {
  const { t } = useTranslation('staff-households');
  const { isDesk } = useMe();
  const { buildings } = usePlaces();
  const query = $api.useQuery(
    'get',
    '/api/v1/grids',
    { params: { query: { ...(cursor !== undefined && { cursor }) } } },
    { placeholderData: keepPreviousData },
  );
  const columns: TableProps<Grid>['columns'] = [
    { title: t('grid'), dataIndex: 'name' },
    {
      title: t('building_count'),
      align: 'right',
      className: 'number',
      width: 110,
      render: (_, { id }) => buildings.filter((building) => building.grid_id === id).length,
    },
    {
      title: t('see'),
      width: 160,
      render: (_, { id }) => (
        <Space size="middle">
          <Link to="/buildings" search={{ grid_id: id }}>
            {t('building')}
          </Link>
          <Link to="/residents" search={{ grid_id: id }}>
            {t('residents')}
          </Link>
        </Space>
      ),
    },
    { key: 'actions', title: t('do'), width: 90, render: (_, grid) => isDesk && <GridForm grid={grid} /> },
  ];
  return <Paged query={query} columns={columns} cursor={cursor} onPage={onPage} empty={t('grids_empty')} />;
}
