/** Who is there: the latest to check in first, names masked as the screen is public. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { clock } from '@/lib/format';
import { byCursor, useWhole } from '@/lib/whole';
import { maskedName } from '../../ui/masked';

export function CheckedIn({ shiftId, activityId }: { shiftId: string; activityId: string }) {
  const { t } = useTranslation('staff-activities');
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/activities/{id}/roster',
    { params: { path: { id: activityId }, query: { limit: 200 } } },
    { ...byCursor, refetchInterval: 5_000, refetchIntervalInBackground: true },
  );
  const lines = useWhole(query).soFar.filter((line) => line.shift_id === shiftId);
  const come = lines
    .filter((line) => line.checked_in_at)
    .toSorted((a, b) => (b.checked_in_at ?? '').localeCompare(a.checked_in_at ?? ''));
  const expected = lines.filter((line) => line.signup_id).length;
  return (
    <section className="arrivals">
      <h2>{t('board.come', { come: come.length, expected })}</h2>
      {come.length === 0 && <p>{t('board.nobody')}</p>}
      <ul aria-live="polite">
        {come.map((line) => (
          <li key={line.resident_id}>
            <span>{maskedName(line.resident_name)}</span>
            <span className="number">
              {clock(line.checked_in_at ?? '')}
              {line.checked_out_at ? t('board.gone', { time: clock(line.checked_out_at) }) : ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
