/** Corrections of a wallet that wait for a second person: they are not in the figures yet. */

import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { signed } from '@/lib/format';

export function PendingAdjustments({ residentId }: { residentId: string }) {
  const { t } = useTranslation('staff-residents');
  const query = $api.useQuery('get', '/api/v1/adjustments', {
    params: { query: { resident_id: residentId, state: 'proposed' } },
  });
  return (query.data?.items ?? []).map(({ id, points, reason, proposed_by_name: name }) => (
    <Alert
      key={id}
      type="warning"
      showIcon
      title={t('adjust.pending', { points: signed(points), reason, name })}
      style={{ marginBottom: 16 }}
    />
  ));
}
