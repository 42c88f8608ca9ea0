/** The slip of an order on its page. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { grouped } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { PrintedSlip } from '../../ui/PrintedSlip';
import { Slip } from './Slip';

export function SlipPage({ id }: { id: string }) {
  const { t, ready } = useTranslation('staff-orders');
  const order = $api.useQuery('get', '/api/v1/orders/{id}', { params: { path: { id } } });
  const me = $api.useQuery('get', '/api/v1/me');
  return (
    <PrintedSlip complete={ready && order.data !== undefined && me.data !== undefined}>
      <Answer query={order}>
        {(found) => (
          <Answer query={me}>
            {({ community_name, name }) => (
              <>
                <title>{t('of', { code: grouped(found.code) })}</title>
                <Slip order={found} community={community_name} clerk={name} />
              </>
            )}
          </Answer>
        )}
      </Answer>
    </PrintedSlip>
  );
}
