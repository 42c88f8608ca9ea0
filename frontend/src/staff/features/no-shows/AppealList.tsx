/** Appeals against no-shows: who missed what, what they say, and what the desk says to it. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Segmented, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type NoShow } from '@/api';
import { moment } from '@/lib/format';
import { Page } from '../../ui/Page';
import { Paged } from '../../ui/Paged';
import { ResidentLink } from '../../ui/ResidentLink';
import { Status } from '../../ui/Status';
import { useMe } from '../shell/useMe';
import { DecideButton } from './DecideButton';

interface Search {
  cursor?: string | undefined;
  state?: 'decided' | undefined;
}

const words = (text?: string | null) => text && <span className="words">{text}</span>;

export function AppealList({ search, onSearch }: { search: Search; onSearch: (search: Search) => void }) {
  const { t } = useTranslation('staff-activities');
  const { isDesk } = useMe();
  const decided = search.state === 'decided';
  const query = $api.useQuery(
    'get',
    '/api/v1/no-show-appeals',
    { params: { query: { state: search.state ?? 'open', cursor: search.cursor } } },
    { placeholderData: keepPreviousData },
  );
  const columns: TableProps<NoShow>['columns'] = [
    {
      title: t('resident'),
      width: 100,
      render: (_, one) => <ResidentLink id={one.resident_id} name={one.resident_name} />,
    },
    {
      title: t('name'),
      width: 180,
      render: (_, { activity_id, activity_title }) => (
        <Link to="/activities/$id" params={{ id: activity_id }}>
          {activity_title}
        </Link>
      ),
    },
    { title: t('starts_at'), dataIndex: 'starts_at', render: moment, className: 'number', width: 160 },
    { title: t('appeals.missed'), width: 80, render: (_, { missed }) => t(`appeals.${missed}`) },
    { title: t('appeals.step'), width: 80, render: (_, { step }) => t(`appeals.${step}`) },
    { title: t('appeals.said'), dataIndex: 'appeal', render: words },
    ...(decided
      ? ([
          {
            title: t('appeals.verdict'),
            width: 110,
            render: (_, { verdict }) =>
              verdict && (
                <Status tone={verdict === 'granted' ? 'good' : 'ended'}>{t(`appeals.verdicts.${verdict}`)}</Status>
              ),
          },
          { title: t('appeals.note'), dataIndex: 'note', render: words },
        ] satisfies TableProps<NoShow>['columns'])
      : ([
          { title: t('do'), width: 90, render: (_, one) => isDesk && <DecideButton of={one} /> },
        ] satisfies TableProps<NoShow>['columns'])),
  ];
  return (
    <Page title={t('appeals.title')}>
      <Paged
        query={query}
        columns={columns}
        filters={
          <Segmented
            aria-label={t('state')}
            value={search.state ?? 'open'}
            options={(['open', 'decided'] as const).map((value) => ({ value, label: t(`appeals.${value}`) }))}
            onChange={(state) => onSearch(state === 'decided' ? { state } : {})}
          />
        }
        cursor={search.cursor}
        onPage={(cursor) => onSearch({ ...search, cursor })}
        empty={decided ? t('appeals.empty_decided') : t('appeals.empty')}
      />
    </Page>
  );
}
