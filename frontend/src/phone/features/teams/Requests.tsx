/** For a leader of the team: who asks to join, and the answer. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { dayOf } from '@/lib/format';
import { byCursor } from '@/lib/whole';
import { CommandButton } from '../../ui/CommandButton';
import { Pages } from '../../ui/Pages';

export function Requests({ teamId }: { teamId: string }) {
  const { t } = useTranslation('phone-teams');
  const approve = $api.useMutation('post', '/api/v1/memberships/{id}/approve');
  const refuse = $api.useMutation('post', '/api/v1/memberships/{id}/refuse');
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/teams/{id}/memberships',
    { params: { path: { id: teamId }, query: { state: 'requested' } } },
    byCursor,
  );
  return (
    <section className="stack">
      <h2>{t('requests.title')}</h2>
      <Pages query={query} empty={t('requests.empty')}>
        {({ id, resident_name, requested_at }) => (
          <article className="card">
            <p>
              <strong>{resident_name}</strong> <span className="soft">{dayOf(requested_at)}</span>
            </p>
            <div className="actions">
              <CommandButton
                label={t('requests.approve')}
                tone="primary"
                run={() => approve.mutateAsync({ params: { path: { id } } })}
                done={t('requests.approved')}
              />
              <CommandButton
                label={t('requests.refuse')}
                tone="danger"
                ask={{ title: t('requests.refuse'), text: t('requests.refuse_text', { name: resident_name }) }}
                run={() => refuse.mutateAsync({ params: { path: { id } } })}
                done={t('requests.refused')}
              />
            </div>
          </article>
        )}
      </Pages>
    </section>
  );
}
