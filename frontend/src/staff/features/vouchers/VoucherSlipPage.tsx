/** The paper of a voucher on its page; there is none of one that cannot be used any more. */

import { Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Voucher } from '@/api';
import { grouped } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { PrintedSlip } from '../../ui/PrintedSlip';
import { isOpen } from '../../ui/VoucherStatus';
import { VoucherSlip } from './VoucherSlip';

export function VoucherSlipPage({ id }: { id: string }) {
  const { t } = useTranslation('staff-vouchers');
  const query = $api.useQuery('get', '/api/v1/vouchers/{id}', { params: { path: { id } } });
  return (
    <Answer query={query}>
      {(voucher) =>
        isOpen(voucher) ? (
          <Paper voucher={voucher} />
        ) : (
          <main>
            <Result status="warning" title={<h1>{t('over')}</h1>} />
          </main>
        )
      }
    </Answer>
  );
}

function Paper({ voucher }: { voucher: Voucher }) {
  const { t, ready } = useTranslation(['staff-vouchers', 'staff-offers']);
  const { resident_id, partner_id } = voucher;
  const me = $api.useQuery('get', '/api/v1/me');
  const holder = $api.useQuery('get', '/api/v1/residents/{id}', { params: { path: { id: resident_id } } });
  const stores = $api.useQuery('get', '/api/v1/stores', { params: { query: { partner_id, limit: 200 } } });
  return (
    <PrintedSlip complete={ready && [me, holder, stores].every(({ data }) => data !== undefined)}>
      <title>{t('of', { code: grouped(voucher.code) })}</title>
      <Answer query={me}>
        {(clerk) => (
          <Answer query={holder}>
            {({ name }) => (
              <Answer query={stores}>
                {({ items }) => <VoucherSlip voucher={voucher} holder={name} stores={items} clerk={clerk} />}
              </Answer>
            )}
          </Answer>
        )}
      </Answer>
    </PrintedSlip>
  );
}
