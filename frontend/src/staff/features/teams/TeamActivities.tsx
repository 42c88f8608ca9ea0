/** The activities of a team, the latest first. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Activity } from '@/api';
import { span } from '@/lib/format';
import { ActivityStatus } from '../../ui/ActivityStatus';
import { LinkButton } from '../../ui/LinkButton';
import { Paged } from '../../ui/Paged';

interface Props {
  id: string;
  cursor: string | undefined;
  onPage: (cursor: string | undefined) => void;
}

export function TeamActivities({ id, cursor, onPage }: Props) {
  const { t } = useTranslation('staff-teams');
  const query = $api.useQuery(
    'get',
    '/api/v1/activities',
    { params: { query: { team_id: id, ...(cursor !== undefined && { cursor }) } } },
    { placeholderData: keepPreviousData },
  );
  const columns: TableProps<Activity>['columns'] = [
    {
      title: t('activity'),
      render: (_, one) => (
        <Link to="/activities/$id" params={{ id: one.id }}>
          {one.title}
        </Link>
      ),
    },
    { title: t('time'), width: 260, className: 'number', render: (_, one) => span(one.starts_at, one.ends_at) },
    { title: t('place'), dataIndex: 'place', width: 200 },
    { title: t('state'), width: 100, render: (_, { state }) => <ActivityStatus state={state} /> },
  ];
  return (
    <Paged
      query={query}
      columns={columns}
      filters={
        <LinkButton to="/activities/new" search={{ team_id: id }}>
          {t('new_activity')}
        </LinkButton>
      }
      cursor={cursor}
      onPage={onPage}
      empty={t('activities_empty')}
    />
  );
}
