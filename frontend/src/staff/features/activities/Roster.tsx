/** The roster of an activity, shift by shift. */

import { useTranslation } from 'react-i18next';
import { $api, type Activity } from '@/api';
import { byCursor, useWhole } from '@/lib/whole';
import { Answer } from '../../ui/Answer';
import { ShiftRoster } from './ShiftRoster';

export function Roster({ activity }: { activity: Activity }) {
  const { t } = useTranslation('staff-activities');
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/activities/{id}/roster',
    { params: { path: { id: activity.id }, query: { limit: 200 } } },
    byCursor,
  );
  const roster = useWhole(query);
  return (
    <Answer query={roster}>
      {(lines) =>
        activity.shifts.map((shift, index) => (
          <ShiftRoster
            key={shift.id}
            title={activity.shifts.length === 1 ? t('roster') : t('shift_number', { number: index + 1 })}
            activity={activity}
            shift={shift}
            lines={lines.filter((line) => line.shift_id === shift.id)}
          />
        ))
      }
    </Answer>
  );
}
