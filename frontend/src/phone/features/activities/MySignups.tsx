/** What the resident signed up for, the newest first. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { clock, spokenDay } from '@/lib/format';
import { byCursor } from '@/lib/whole';
import { Pages } from '../../ui/Pages';
import { SignupStatus } from './SignupStatus';

export function MySignups() {
  const { t } = useTranslation('phone-activities');
  const query = $api.useInfiniteQuery('get', '/api/v1/signups', { params: { query: { limit: 20 } } }, byCursor);
  return (
    <Pages query={query} empty={t('empty.mine')}>
      {(signup) => (
        <Link to="/activities/$id" params={{ id: signup.activity_id }} className="card">
          <span className="row">
            <strong>{signup.activity_title}</strong>
            <SignupStatus signup={signup} />
          </span>
          <span>
            {spokenDay(signup.starts_at)} {clock(signup.starts_at)}–{clock(signup.ends_at)}
          </span>
          <span className="soft">{signup.place}</span>
        </Link>
      )}
    </Pages>
  );
}
