/** The next activity that the resident signed up for. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type Signup } from '@/api';
import { clock, spokenDay } from '@/lib/format';

const LOOKED_AT = 50;

/** The soonest shift that is not over, was not called off, and was not left already. */
export function nextOf(signups: Signup[], now: Date): Signup | undefined {
  return signups
    .filter((one) => new Date(one.ends_at) > now && one.activity_state !== 'cancelled' && !one.checked_out_at)
    .sort((one, other) => one.starts_at.localeCompare(other.starts_at))[0];
}

export function NextSignup() {
  const { t } = useTranslation('phone-home');
  const { data } = $api.useQuery('get', '/api/v1/signups', {
    params: { query: { state: 'signed_up', limit: LOOKED_AT } },
  });
  if (data === undefined) return null;
  const next = nextOf(data.items, new Date());
  if (next === undefined) return null;
  return (
    <Link to="/activities/$id" params={{ id: next.activity_id }} className="card">
      <span className="soft">{t('next.title')}</span>
      <strong>{next.activity_title}</strong>
      <span>
        {spokenDay(next.starts_at)} {clock(next.starts_at)}–{clock(next.ends_at)}
      </span>
      <span className="soft">{next.place}</span>
    </Link>
  );
}
