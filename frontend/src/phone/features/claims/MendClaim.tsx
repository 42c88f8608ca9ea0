/** Mending a claim that was returned, and submitting it again. */

import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type Claim, type ReportedDeed } from '@/api';
import { Answer } from '../../ui/Answer';
import { Screen } from '../../ui/Screen';
import { useCommand } from '../../ui/useCommand';
import { DeedForm } from './DeedForm';
import { draftOf } from './deed';
import { Reviews } from './Reviews';

export function MendClaim({ id }: { id: string }) {
  const { t } = useTranslation('phone-claims');
  const query = $api.useQuery('get', '/api/v1/claims/{id}', { params: { path: { id } } });
  return (
    <Screen title={t('mend')} back>
      <Answer query={query}>{(claim) => <Form claim={claim} />}</Answer>
    </Screen>
  );
}

function Form({ claim }: { claim: Claim }) {
  const { t } = useTranslation('phone-claims');
  const navigate = useNavigate();
  const rulebook = $api.useQuery('get', '/api/v1/rulebooks/in-force', { params: { query: { at: claim.began_at } } });
  const { mutateAsync } = $api.useMutation('post', '/api/v1/claims/{id}/resubmit');
  const again = useCommand(async (deed: ReportedDeed) => {
    await mutateAsync({ params: { path: { id: claim.id } }, body: deed });
    await navigate({ to: '/claims/$id', params: { id: claim.id }, replace: true });
  }, t('done'));
  return (
    <>
      <Reviews claim={claim} />
      <Answer query={rulebook}>
        {({ book }) => (
          <DeedForm rules={book.rules} initial={draftOf(claim)} submit={t('submit_again')} command={again} />
        )}
      </Answer>
    </>
  );
}
