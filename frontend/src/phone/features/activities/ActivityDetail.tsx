/** An activity with its shifts, and what the resident can do about each. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type Activity } from '@/api';
import { Answer } from '../../ui/Answer';
import { Facts } from '../../ui/Facts';
import { Screen } from '../../ui/Screen';
import { Status } from '../../ui/Status';
import { tones } from './ActivityCard';
import { ShiftCard } from './ShiftCard';

const MOST = 200;

export function ActivityDetail({ id }: { id: string }) {
  const { t } = useTranslation('phone-activities');
  const query = $api.useQuery('get', '/api/v1/activities/{id}', { params: { path: { id } } });
  return (
    <Screen title={query.data?.title ?? t('title')} back>
      <Answer query={query}>{(activity) => <Shown activity={activity} />}</Answer>
    </Screen>
  );
}

function Shown({ activity }: { activity: Activity }) {
  const { t } = useTranslation('phone-activities');
  const signups = $api.useQuery('get', '/api/v1/signups', {
    params: { query: { activity_id: activity.id, limit: MOST } },
  });
  return (
    <>
      <section className="card">
        <Status tone={tones[activity.state]}>{t(`states.${activity.state}`)}</Status>
        {activity.cancel_reason && (
          <p className="note" data-tone="bad">
            {t('cancelled', { reason: activity.cancel_reason })}
          </p>
        )}
        <Facts
          of={[
            [t('place'), activity.place],
            [t('about'), activity.description],
            [
              t('team'),
              <Link key="team" to="/teams/$id" params={{ id: activity.team_id }}>
                {activity.team_name}
              </Link>,
            ],
            [t('who'), t(`recruit.${activity.recruit}`)],
          ]}
        />
      </section>
      <h2>{t('choose')}</h2>
      <Answer query={signups}>
        {({ items }) => (
          <ul className="stack">
            {activity.shifts.map((shift) => (
              <li key={shift.id}>
                <ShiftCard
                  activity={activity}
                  shift={shift}
                  signup={items.find((one) => one.shift_id === shift.id && one.state !== 'withdrawn')}
                />
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </>
  );
}
