/** Calling an activity off once it has passed its review; a proposal is deleted instead. */

import { useTranslation } from 'react-i18next';
import { $api, type Activity } from '@/api';
import { ReasonButton } from '../../ui/ReasonButton';

const STATES: Activity['state'][] = ['reviewed', 'recruiting', 'running'];

export function CallOff({ activity: { id, state } }: { activity: Activity }) {
  const { t } = useTranslation('phone-leading');
  const { mutateAsync } = $api.useMutation('post', '/api/v1/activities/{id}/cancel');
  if (!STATES.includes(state)) return null;
  return (
    <ReasonButton
      label={t('call_off.title')}
      tone="danger"
      field={t('call_off.reason')}
      hint={t('call_off.hint')}
      submit={t('call_off.submit')}
      done={t('call_off.done')}
      run={(reason) => mutateAsync({ params: { path: { id } }, body: { reason } })}
    />
  );
}
