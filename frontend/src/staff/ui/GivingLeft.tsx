/** What a resident has, and may still give this month. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { whole } from '@/lib/format';

export function GivingLeft({ residentId }: { residentId: string | undefined }) {
  const { t } = useTranslation('staff');
  const { data: wallet } = $api.useQuery(
    'get',
    '/api/v1/residents/{id}/wallet',
    { params: { path: { id: residentId ?? '' } } },
    { enabled: residentId !== undefined },
  );
  if (residentId === undefined || wallet === undefined) return null;
  const { left } = wallet.giving;
  return (
    <p className="number">
      {t('giving.available', { points: whole(wallet.available) })}
      {typeof left === 'number' && ` · ${t('giving.left', { points: whole(left) })}`}
    </p>
  );
}
