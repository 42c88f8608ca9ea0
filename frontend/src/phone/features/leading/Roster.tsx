/** The roster of a shift: all of it is loaded before it can be changed, because it is sent as a whole. */

import { useTranslation } from 'react-i18next';
import { $api, type Activity } from '@/api';
import { byCursor, useWhole } from '@/lib/whole';
import { Answer } from '../../ui/Answer';
import { Screen } from '../../ui/Screen';
import { RosterForm } from './RosterForm';
import { peopleOf } from './roster';

interface Props {
  id: string;
  shift: string;
}

export function Roster({ id, shift }: Props) {
  const { t } = useTranslation('phone-leading');
  const query = $api.useQuery('get', '/api/v1/activities/{id}', { params: { path: { id } } });
  return (
    <Screen title={t('roster.title')} back>
      <Answer query={query}>{(activity) => <Whole activity={activity} shift={shift} />}</Answer>
    </Screen>
  );
}

function Whole({ activity, shift: id }: { activity: Activity; shift: string }) {
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/activities/{id}/roster',
    { params: { path: { id: activity.id }, query: { limit: 200 } } },
    // What is being written is not overwritten by a later answer; a new visit begins with a new one.
    { ...byCursor, gcTime: 0 },
  );
  const roster = useWhole(query);
  const shift = activity.shifts.find((one) => one.id === id);
  return (
    <Answer query={roster}>
      {(lines) =>
        shift && (
          <RosterForm shift={shift} teamId={activity.team_id} people={peopleOf(lines, id)} state={activity.state} />
        )
      }
    </Answer>
  );
}
