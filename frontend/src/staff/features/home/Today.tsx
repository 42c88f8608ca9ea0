/** The activities that have a shift today, in the order in which they begin. */

import { Link } from '@tanstack/react-router';
import { Card, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Activity } from '@/api';
import { civilDayOf, clock, dayOf } from '@/lib/format';
import { ActivityStatus } from '../../ui/ActivityStatus';
import { Loading } from '../../ui/Loading';
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
  const all = (
    <Link to="/activities" aria-label={t('today.all')}>
      {t('all')}
    </Link>
  );
  return (
    <Card title={<h2>{t('today.title')}</h2>} extra={all}>
      {error && <TroubleShown error={error} retry={query.refetch} />}
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
