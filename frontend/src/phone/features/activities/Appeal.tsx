/** An appeal against a mark: once, with the reason. */

import { useTranslation } from 'react-i18next';
import { $api, type NoShow } from '@/api';
import { ReasonButton } from '../../ui/ReasonButton';

export function Appeal({ mark }: { mark: NoShow }) {
  const { t } = useTranslation('phone-activities');
  const { mutateAsync } = $api.useMutation('post', '/api/v1/no-shows/{id}/appeal');
  return (
    <ReasonButton
      label={t('no_shows.appeal')}
      field={t('no_shows.reason')}
      hint={t('no_shows.reason_hint')}
      submit={t('no_shows.submit')}
      done={t('no_shows.appeal_done')}
      run={(reason) => mutateAsync({ params: { path: { id: mark.id } }, body: { reason } })}
    />
  );
}
