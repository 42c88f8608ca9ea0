/** The activities that have a shift today, in the order in which they begin. */

import { Link } from '@tanstack/react-router';
import { Card, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Activity } from '@/api';
import { clock, dayOf } from '@/lib/format';
import { ActivityStatus } from '../../ui/ActivityStatus';
import { Loading } from '../../ui/Loading';
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
  const all = (
    <Link to="/activities" aria-label={t('today.all')}>
      {t('all')}
    </Link>
  );
  return (
    <Card title={<h2>{t('today.title')}</h2>} extra={all}>
      {error && (
        <TroubleShown error={error} retry={() => void Promise.all([recruiting.refetch(), running.refetch()])} />
      )}
      {loading && <Loading />}
      {!error && !loading && shifts.length === 0 && empty}
      {!error && shifts.length > 0 && (
        <ul className="lines">
          {shifts.map(({ activity, shift, key }) => (
            <li key={key}>
              <span>
                <Link to="/activities/$id" params={{ id: activity.id }}>
                  {activity.title}
                </Link>
                <small className="number">
                  {clock(shift.starts_at)}–{clock(shift.ends_at)} · {activity.place}
                </small>
              </span>
              <ActivityStatus state={activity.state} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
