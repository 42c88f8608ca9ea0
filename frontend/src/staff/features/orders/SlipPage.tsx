/** A slip alone on its page, printed as soon as it is there. */

import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { grouped } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { Slip } from './Slip';

export function SlipPage({ id }: { id: string }) {
  const { t, ready } = useTranslation('staff-orders');
  const order = $api.useQuery('get', '/api/v1/orders/{id}', { params: { path: { id } } });
  const me = $api.useQuery('get', '/api/v1/me');
  const complete = ready && order.data !== undefined && me.data !== undefined;
  const [printed, setPrinted] = useState(false);
  useEffect(() => {
    if (!complete || printed) return;
    setPrinted(true);
    window.print();
  }, [complete, printed]);
  return (
    <main className="slip-page">
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
      <div className="no-print">
        <Button type="primary" onClick={() => window.print()}>
          {t('print')}
        </Button>
        <Button onClick={() => window.close()}>{t('close')}</Button>
      </div>
    </main>
  );
}
