/** Signing out, here and on the server. */

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, session } from '@/api';
import { useTold } from '../../ui/useTold';

export function Leave() {
  const { t } = useTranslation('staff');
  const told = useTold();
  const leave = $api.useMutation('delete', '/api/v1/sessions/current', {
    onSuccess: session.end,
    onError: told.failed,
  });
  return (
    <Button type="text" loading={leave.isPending} onClick={() => leave.mutate({})}>
      {t('sign_in.leave')}
    </Button>
  );
}
