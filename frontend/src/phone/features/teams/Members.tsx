/** For a leader of the team: who belongs to it, and sending a member away. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { byCursor } from '@/lib/whole';
import { CommandButton } from '../../ui/CommandButton';
import { Pages } from '../../ui/Pages';
import { MembershipStatus } from './MembershipStatus';

export function Members({ teamId }: { teamId: string }) {
  const { t } = useTranslation('phone-teams');
  const { mutateAsync } = $api.useMutation('post', '/api/v1/memberships/{id}/end');
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/teams/{id}/memberships',
    { params: { path: { id: teamId }, query: { state: 'active' } } },
    byCursor,
  );
  return (
    <section className="stack">
      <h2>{t('roster.title')}</h2>
      <Pages query={query} empty={t('roster.empty')}>
        {(membership) => (
          <article className="card">
            <div className="row">
              <strong>{membership.resident_name}</strong>
              {membership.position === 'leader' ? (
                <MembershipStatus membership={membership} />
              ) : (
                <CommandButton
                  label={t('roster.send_away')}
                  tone="plain"
                  ask={{
                    title: t('roster.send_away'),
                    text: t('roster.send_away_text', { name: membership.resident_name }),
                  }}
                  run={() => mutateAsync({ params: { path: { id: membership.id } } })}
                  done={t('roster.sent_away')}
                />
              )}
            </div>
          </article>
        )}
      </Pages>
    </section>
  );
}
