/** Saying why a statement is not right; the community settles it. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { ReasonButton } from '../../ui/ReasonButton';

export function DisputeButton({ id }: { id: string }) {
  const { t } = useTranslation('phone-statements');
  const { mutateAsync } = $api.useMutation('post', '/api/v1/statements/{id}/dispute');
  return (
    <ReasonButton
      label={t('dispute.open')}
      about={<p>{t('dispute.about')}</p>}
      field={t('dispute.reason')}
      hint={t('dispute.reason_hint')}
      submit={t('dispute.submit')}
      done={t('dispute.done')}
      run={(reason) => mutateAsync({ params: { path: { id } }, body: { reason } })}
    />
  );
}
