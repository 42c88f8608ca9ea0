/** The activities that have a shift today, in the order in which they begin. */

import { Link } from '@tanstack/react-router';
import { Card, Empty, List } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Activity } from '@/api';
import { clock, dayOf } from '@/lib/format';
import { ActivityStatus } from '../../ui/ActivityStatus';
import { TroubleShown } from '../../ui/TroubleShown';

const shiftsOf = (day: string) => (activity: Activity) =>
  activity.shifts
    .filter((shift) => dayOf(shift.starts_at) === day)
    .map((shift) => ({ activity, shift, key: shift.id }));

export function Today() {
  const { t } = useTranslation('staff-home');
  const limit = 200;
  const recruiting = $api.useQuery('get', '/api/v1/activities', { params: { query: { state: 'recruiting', limit } } });
  const running = $api.useQuery('get', '/api/v1/activities', { params: { query: { state: 'running', limit } } });
  const error = recruiting.error ?? running.error;
  const loading = !error && (recruiting.data === undefined || running.data === undefined);
  const today = dayOf(new Date().toISOString());
  const shifts = [...(recruiting.data?.items ?? []), ...(running.data?.items ?? [])]
    .flatMap(shiftsOf(today))
    .sort((one, other) => one.shift.starts_at.localeCompare(other.shift.starts_at));
  const empty = (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('today.none')}>
      <Link to="/activities/new">{t('today.create')}</Link>
    </Empty>
  );
  return (
    <Card title={<h2>{t('today.title')}</h2>} extra={<Link to="/activities">{t('all')}</Link>}>
      {error ? (
        <TroubleShown error={error} retry={() => void Promise.all([recruiting.refetch(), running.refetch()])} />
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
