/** The activities that have a shift today, in the order in which they begin. */

import { Link } from '@tanstack/react-router';
import { Card, Empty, List } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Activity } from '@/api';
import { civilDayOf, clock, dayOf } from '@/lib/format';
import { ActivityStatus } from '../../ui/ActivityStatus';
import { TroubleShown } from '../../ui/TroubleShown';

const shiftsOf = (day: string) => (activity: Activity) =>
  activity.shifts
    .filter((shift) => dayOf(shift.starts_at) === day)
    .map((shift) => ({ activity, shift, key: shift.id }));

export function Today() {
  const { t } = useTranslation('staff-home');
  const now = new Date();
  const today = civilDayOf(now);
  const query = $api.useQuery('get', '/api/v1/activities', {
    params: { query: { from: today, until: today, open: true, limit: 200 } },
  });
  const { error } = query;
  const loading = !error && query.data === undefined;
  const shifts = (query.data?.items ?? [])
    .flatMap(shiftsOf(dayOf(now.toISOString())))
    .sort((one, other) => one.shift.starts_at.localeCompare(other.shift.starts_at));
  const empty = (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('today.none')}>
      <Link to="/activities/new">{t('today.create')}</Link>
    </Empty>
  );
  return (
    <Card title={<h2>{t('today.title')}</h2>} extra={<Link to="/activities">{t('all')}</Link>}>
      {error ? (
        <TroubleShown error={error} retry={query.refetch} />
      ) : (
        <List
          loading={loading}
          dataSource={shifts}
          locale={{ emptyText: loading ? ' ' : empty }}
          rowKey="key"
          renderItem={({ activity, shift }) => (
            <List.Item actions={[<ActivityStatus key="state" state={activity.state} />]}>
              <List.Item.Meta
                title={
                  <Link to="/activities/$id" params={{ id: activity.id }}>
                    {activity.title}
                  </Link>
                }
                description={`${clock(shift.starts_at)}–${clock(shift.ends_at)} · ${activity.place}`}
              />
            </List.Item>
          )}
        />
      )}
    </Card>
  );
}
