/** Vouchers of who stands at the counter that can still be used, and taking one more. */

import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { grouped, spokenSpan, spokenUntil } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { TakeVoucher } from '../../ui/TakeVoucher';
import { VoucherActions } from '../../ui/VoucherActions';
import { isOpen } from '../../ui/VoucherStatus';

export function OpenVouchers({ residentId }: { residentId: string }) {
  const { t } = useTranslation('staff-counter');
  const query = $api.useQuery('get', '/api/v1/vouchers', { params: { query: { resident_id: residentId, limit: 50 } } });
  return (
    <Card size="small" title={t('open_vouchers')} extra={<TakeVoucher size="small" residentId={residentId} />}>
      <Answer query={query}>
        {({ items }) => {
          const open = items.filter(isOpen);
          if (open.length === 0) return <p>{t('no_vouchers')}</p>;
          return open.map((voucher) => (
            <div key={voucher.id} className="counter-order">
              <p>
                <strong>{voucher.offer_title}</strong> {voucher.partner_name}
              </p>
              {voucher.slot && <p className="number">{spokenSpan(voucher.slot.starts_at, voucher.slot.ends_at)}</p>}
              <p className="number">{grouped(voucher.code)}</p>
              <p className="number">{t('good_until', { day: spokenUntil(voucher.expires_at) })}</p>
              <VoucherActions voucher={voucher} />
            </div>
          ));
        }}
      </Answer>
    </Card>
  );
}
