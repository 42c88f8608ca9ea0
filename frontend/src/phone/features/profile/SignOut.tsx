/** Signing out on this device. */

import { useTranslation } from 'react-i18next';
import { $api, session } from '@/api';
import { CommandButton } from '../../ui/CommandButton';

export function SignOut() {
  const { t } = useTranslation('phone-profile');
  const { mutateAsync } = $api.useMutation('delete', '/api/v1/sessions/current');
  return (
    <CommandButton
      label={t('leave.label')}
      tone="danger"
      wide
      ask={{ title: t('leave.title'), text: t('leave.text') }}
      run={() => mutateAsync({})}
      done={t('leave.done')}
      onDone={() => session.end()}
    />
  );
}
