/** One claim: all about it, and what can be done where it stands. */

import { useNavigate } from '@tanstack/react-router';
import { Button, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Claim } from '@/api';
import { Answer } from '../../ui/Answer';
import { CommandButton } from '../../ui/CommandButton';
import { Page } from '../../ui/Page';
import { ReasonButton } from '../../ui/ReasonButton';
import { useMe } from '../shell/useMe';
import { ClaimFacts } from './ClaimFacts';

export function ClaimDetail({ id }: { id: string }) {
  const { t } = useTranslation('staff-claims');
  const query = $api.useQuery('get', '/api/v1/claims/{id}', { params: { path: { id } } });
  return (
    <Answer query={query}>
      {(claim) => (
        <Page
          title={t('of', { name: claim.resident_name, rule: claim.rule_title })}
          actions={<Actions claim={claim} />}
        >
          <Card className="narrow">
            <ClaimFacts claim={claim} />
          </Card>
        </Page>
      )}
    </Answer>
  );
}

function Actions({ claim }: { claim: Claim }) {
  const { t } = useTranslation('staff-claims');
  const { isDesk } = useMe();
  const navigate = useNavigate();
  const review = $api.useMutation('post', '/api/v1/claims/{id}/reviews');
  const withdraw = $api.useMutation('post', '/api/v1/claims/{id}/withdraw');
  const appeal = $api.useMutation('post', '/api/v1/claims/{id}/appeal');
  const params = { path: { id: claim.id } };
  const say = (verdict: 'accept' | 'return' | 'refuse') => (note: string) =>
    review.mutateAsync({ params, body: { verdict, note: note || null } });
  switch (claim.state) {
    case 'submitted':
    case 'appealed':
      return (
        <>
          {isDesk && claim.state === 'submitted' && (
            <CommandButton
              run={() => withdraw.mutateAsync({ params })}
              done={t('done.withdrawn')}
              ask={t('ask.withdraw')}
            >
              {t('action.withdraw')}
            </CommandButton>
          )}
          <ReasonButton danger run={say('refuse')} done={t('done.refused')}>
            {t('action.refuse')}
          </ReasonButton>
          <ReasonButton run={say('return')} done={t('done.returned')}>
            {t('action.return')}
          </ReasonButton>
          <CommandButton type="primary" run={() => say('accept')('')} done={t('done.accepted')}>
            {t('action.accept')}
          </CommandButton>
        </>
      );
    case 'returned':
      return (
        isDesk && (
          <Button type="primary" onClick={() => navigate({ to: '/claims/$id/mend', params: { id: claim.id } })}>
            {t('action.mend')}
          </Button>
        )
      );
    case 'refused':
      return (
        isDesk && (
          <ReasonButton
            label={t('appeal')}
            consequence={t('appeal_hint')}
            run={(reason) => appeal.mutateAsync({ params, body: { reason } })}
            done={t('done.appealed')}
          >
            {t('action.appeal')}
          </ReasonButton>
        )
      );
    default:
      return null;
  }
}
