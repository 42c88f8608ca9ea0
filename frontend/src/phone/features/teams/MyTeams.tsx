/** The teams that the resident is in, asked to join, or was in. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { dayOf } from '@/lib/format';
import { byCursor } from '@/lib/whole';
import { Pages } from '../../ui/Pages';
import { MembershipStatus } from './MembershipStatus';

export function MyTeams() {
  const { t } = useTranslation('phone-teams');
  const query = $api.useInfiniteQuery('get', '/api/v1/memberships', { params: { query: {} } }, byCursor);
  return (
    <Pages query={query} empty={t('mine_empty')}>
      {(membership) => (
        <Link to="/teams/$id" params={{ id: membership.team_id }} className="card">
          <span className="row">
            <strong>{membership.team_name}</strong>
            <MembershipStatus membership={membership} />
          </span>
          <span className="soft">{t('asked_on', { day: dayOf(membership.requested_at) })}</span>
        </Link>
      )}
    </Pages>
  );
}
