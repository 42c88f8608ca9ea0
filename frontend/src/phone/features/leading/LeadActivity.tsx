/** For its leader: an activity with the code and the roster of each shift, and the next step. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type Activity } from '@/api';
import { clock, spokenDay } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { Screen } from '../../ui/Screen';
import { NextStep } from './NextStep';
import { StateOfActivity } from './StateOfActivity';

export function LeadActivity({ id }: { id: string }) {
  const { t } = useTranslation('phone-leading');
  const query = $api.useQuery('get', '/api/v1/activities/{id}', { params: { path: { id } } });
  return (
    <Screen title={query.data?.title ?? t('title')} back>
      <Answer query={query}>{(activity) => <Shown activity={activity} />}</Answer>
    </Screen>
  );
}

function Shown({ activity }: { activity: Activity }) {
  const { t } = useTranslation('phone-leading');
  return (
    <>
      <section className="card">
        <StateOfActivity state={activity.state} />
        <p>{activity.place}</p>
        {activity.description !== '' && <p className="soft">{activity.description}</p>}
      </section>
      <ul className="stack">
        {activity.shifts.map((shift) => (
          <li key={shift.id} className="card">
            <h2>
              {spokenDay(shift.starts_at)} {clock(shift.starts_at)}–{clock(shift.ends_at)}
            </h2>
            <p className="soft">{t('taken', { taken: shift.taken, capacity: shift.capacity })}</p>
            <div className="actions">
              <Link to="/leading/$id/code/$shift" params={{ id: activity.id, shift: shift.id }} className="button">
                {t('code.show')}
              </Link>
              <Link to="/leading/$id/roster/$shift" params={{ id: activity.id, shift: shift.id }} className="button">
                {t('roster.title')}
              </Link>
            </div>
          </li>
        ))}
      </ul>
      <NextStep activity={activity} />
    </>
  );
}
