/** What the resident who is chosen in the form has, and may still give this month. */

import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { whole } from '@/lib/format';

export function GivingLeft() {
  const { t } = useTranslation('staff-funds');
  const id = Form.useWatch<string | undefined>('resident_id');
  const { data: wallet } = $api.useQuery(
    'get',
    '/api/v1/residents/{id}/wallet',
    { params: { path: { id: id ?? '' } } },
    { enabled: id !== undefined },
  );
  if (id === undefined || wallet === undefined) return null;
  const { left } = wallet.giving;
  return (
    <p className="number">
      {t('available', { points: whole(wallet.available) })}
      {typeof left === 'number' && ` · ${t('giving_left', { points: whole(left) })}`}
    </p>
  );
}
