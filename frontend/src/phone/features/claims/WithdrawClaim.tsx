/** Taking a claim back as long as nobody has decided about it. */

import { useTranslation } from 'react-i18next';
import { $api, type Claim } from '@/api';
import { CommandButton } from '../../ui/CommandButton';

export function WithdrawClaim({ claim }: { claim: Claim }) {
  const { t } = useTranslation('phone-claims');
  const { mutateAsync } = $api.useMutation('post', '/api/v1/claims/{id}/withdraw');
  return (
    <CommandButton
      label={t('withdraw.label')}
      tone="danger"
      wide
      ask={{ title: t('withdraw.title'), text: t('withdraw.text') }}
      run={() => mutateAsync({ params: { path: { id: claim.id } } })}
      done={t('withdraw.done')}
    />
  );
}
