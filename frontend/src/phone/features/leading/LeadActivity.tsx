/** For its leader: an activity with the code and the roster of each shift, and the next step. */

import { useTranslation } from 'react-i18next';
import { $api, type Activity } from '@/api';
import { Answer } from '../../ui/Answer';
import { Screen } from '../../ui/Screen';
import { CallOff } from './CallOff';
import { LedShift } from './LedShift';
import { NextStep } from './NextStep';
import { ReturnReason } from './ReturnReason';
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
  return (
    <>
      <section className="card">
        <StateOfActivity state={activity.state} />
        <p>{activity.place}</p>
        {activity.description !== '' && <p className="soft pre">{activity.description}</p>}
      </section>
      <ReturnReason activity={activity} />
      <NextStep activity={activity} />
      <ul className="stack">
        {activity.shifts.map((shift) => (
          <li key={shift.id}>
            <LedShift activity={activity} shift={shift} />
          </li>
        ))}
      </ul>
      <CallOff activity={activity} />
    </>
  );
}
