/** Activities in a table: the latest to begin first, or from some day on the soonest. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TableProps } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Activity } from '@/api';
import { span } from '@/lib/format';
import { ActivityStatus } from '../../ui/ActivityStatus';
import { Paged } from '../../ui/Paged';
import type { Search } from './ActivitiesPage';
import { taken } from './places';

interface Props {
  search: Search;
  onSearch: (search: Search) => void;
  filters: ReactNode;
}

export function ActivityTable({ search, onSearch, filters }: Props) {
  const { t } = useTranslation('staff-activities');
  const { t: common } = useTranslation('common');
  const { state, team_id, from, until, search: title, cursor } = search;
  const query = $api.useQuery(
    'get',
    '/api/v1/activities',
    { params: { query: { state, team_id, from, until, search: title, cursor } } },
    { placeholderData: keepPreviousData },
  );
  const columns: TableProps<Activity>['columns'] = [
    {
      title: t('name'),
      render: (_, { id, title }) => (
        <Link to="/activities/$id" params={{ id }}>
          {title}
        </Link>
      ),
    },
    { title: t('time'), width: 200, className: 'number', render: (_, one) => span(one.starts_at, one.ends_at) },
    {
      title: t('team'),
      width: 160,
      render: (_, one) => (
        <Link to="/teams/$id" params={{ id: one.team_id }}>
          {one.team_name}
        </Link>
      ),
    },
    { title: t('category'), width: 120, render: (_, one) => common(`categories.${one.category}`) },
    { title: t('place'), dataIndex: 'place', width: 160 },
    { title: t('taken'), align: 'right', className: 'number', width: 110, render: (_, { shifts }) => taken(shifts) },
    { title: t('state'), width: 100, render: (_, one) => <ActivityStatus state={one.state} /> },
  ];
  return (
    <Paged
      query={query}
      columns={columns}
      filters={filters}
      cursor={cursor}
      onPage={(next) => onSearch({ ...search, cursor: next })}
      empty={t('empty')}
    />
  );
}
