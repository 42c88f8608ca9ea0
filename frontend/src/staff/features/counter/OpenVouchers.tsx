/** Vouchers of who stands at the counter that can still be used. */

import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { grouped, spokenUntil } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { CommandButton } from '../../ui/CommandButton';

export function OpenVouchers({ residentId }: { residentId: string }) {
  const { t } = useTranslation('staff-counter');
  const cancel = $api.useMutation('post', '/api/v1/vouchers/{id}/cancel');
  const query = $api.useQuery('get', '/api/v1/vouchers', { params: { query: { resident_id: residentId, limit: 50 } } });
  return (
    <Answer query={query}>
      {({ items }) => {
        const open = items.filter(({ state }) => state === 'held' || state === 'in_use');
        if (open.length === 0) return null;
        return (
          <Card size="small" title={t('open_vouchers')}>
            {open.map((voucher) => (
              <div key={voucher.id} className="counter-order">
                <p>
                  <strong>{voucher.offer_title}</strong> {voucher.partner_name}
                </p>
                <p className="number">
                  {grouped(voucher.code)} · {t('good_until', { day: spokenUntil(voucher.expires_at) })}
                </p>
                <CommandButton
                  type="text"
                  ask={t('give_back_ask')}
                  run={() => cancel.mutateAsync({ params: { path: { id: voucher.id } } })}
                  done={t('given_back')}
                  why={voucher.state === 'in_use' ? t('in_use') : undefined}
                >
                  {t('give_back')}
                </CommandButton>
              </div>
            ))}
          </Card>
        );
      }}
    </Answer>
  );
}
