/** An activity in a list. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Activity } from '@/api';
import { clock, spokenDay } from '@/lib/format';
import { Status, type Tone } from '../../ui/Status';
import { nextShift } from '../../ui/shifts';

export const tones: Record<Activity['state'], Tone> = {
  draft: 'neutral',
  returned: 'neutral',
  reviewed: 'neutral',
  recruiting: 'good',
  running: 'good',
  closed: 'neutral',
  settled: 'neutral',
  cancelled: 'warning',
};

export function ActivityCard({ activity }: { activity: Activity }) {
  const { t } = useTranslation('phone-activities');
  const next = nextShift(activity, new Date());
  const capacity = activity.shifts.reduce((sum, shift) => sum + shift.capacity, 0);
  const taken = activity.shifts.reduce((sum, shift) => sum + shift.taken, 0);
  return (
    <Link to="/activities/$id" params={{ id: activity.id }} className="card">
      <span className="row">
        <strong>{activity.title}</strong>
        <Status tone={tones[activity.state]}>{t(`states.${activity.state}`)}</Status>
      </span>
      <span>
        {spokenDay(next.starts_at)} {clock(next.starts_at)}
        {activity.shifts.length > 1 && ` · ${t('shifts', { count: activity.shifts.length })}`}
      </span>
      <span className="soft">
        {activity.place} · {t('taken', { taken, capacity })}
      </span>
    </Link>
  );
}
