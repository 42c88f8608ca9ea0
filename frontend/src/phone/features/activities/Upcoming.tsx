/** Activities that one can still go to, the soonest first. */

import { useTranslation } from 'react-i18next';
import { $api, type Activity } from '@/api';
import { Answer } from '../../ui/Answer';
import { Empty } from '../../ui/Empty';
import { ActivityCard } from './ActivityCard';

const MOST = 100;

const ofState = (state: Activity['state']) => ({ params: { query: { state, limit: MOST } } });

/** Those that are not over, the soonest first. */
export const soonest = (activities: Activity[], now: Date): Activity[] =>
  activities
    .filter((one) => new Date(one.ends_at) > now)
    .sort((one, other) => one.starts_at.localeCompare(other.starts_at));

export function Upcoming() {
  const { t } = useTranslation('phone-activities');
  const recruiting = $api.useQuery('get', '/api/v1/activities', ofState('recruiting'));
  const running = $api.useQuery('get', '/api/v1/activities', ofState('running'));
  return (
    <Answer query={recruiting}>
      {(first) => (
        <Answer query={running}>
          {(second) => {
            const activities = soonest([...first.items, ...second.items], new Date());
            if (activities.length === 0) return <Empty>{t('empty.upcoming')}</Empty>;
            return (
              <ul className="stack">
                {activities.map((activity) => (
                  <li key={activity.id}>
                    <ActivityCard activity={activity} />
                  </li>
                ))}
              </ul>
            );
          }}
        </Answer>
      )}
    </Answer>
  );
}
