/** The name behind an account: administrators may ask for it, others see whether it is themselves. */

import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { useMe } from './useMe';

export function PersonName({ id }: { id: string | null | undefined }) {
  const { t } = useTranslation('staff');
  const { me, isAdministrator } = useMe();
  const asked = typeof id === 'string' && id !== me.user_id && isAdministrator;
  const user = $api.useQuery(
    'get',
    '/api/v1/users/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: asked, staleTime: 300_000 },
  );
  if (id === null || id === undefined) return t('person.program');
  if (id === me.user_id) return me.name;
  if (user.data !== undefined) return user.data.name;
  return <Typography.Text code>{id.slice(-6)}</Typography.Text>;
}
