/** An appeal against the refusal of a claim: once, with the reason. */

import { useTranslation } from 'react-i18next';
import { $api, type Claim } from '@/api';
import { ReasonButton } from '../../ui/ReasonButton';

export function AppealClaim({ claim }: { claim: Claim }) {
  const { t } = useTranslation('phone-claims');
  const { mutateAsync } = $api.useMutation('post', '/api/v1/claims/{id}/appeal');
  return (
    <ReasonButton
      label={t('appeal.label')}
      field={t('appeal.reason')}
      hint={t('appeal.hint')}
      submit={t('appeal.submit')}
      done={t('appeal.done')}
      run={(reason) => mutateAsync({ params: { path: { id: claim.id } }, body: { reason } })}
    />
  );
}
