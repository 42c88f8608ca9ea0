/** An activity in its leader's list. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Activity } from '@/api';
import { clock, spokenDay } from '@/lib/format';
import { nextShift } from '../../ui/shifts';
import { StateOfActivity } from './StateOfActivity';

export function LedCard({ activity }: { activity: Activity }) {
  const { t } = useTranslation('phone-leading');
  const next = nextShift(activity, new Date());
  return (
    <Link to="/leading/$id" params={{ id: activity.id }} className="card">
      <span className="row">
        <strong>{activity.title}</strong>
        <StateOfActivity state={activity.state} />
      </span>
      <span className="soft">
        {spokenDay(next.starts_at)} {clock(next.starts_at)} · {activity.place}
      </span>
      {activity.state === 'returned' && (
        <span className="error">{t('returned', { reason: activity.return_reason ?? '' })}</span>
      )}
    </Link>
  );
}
