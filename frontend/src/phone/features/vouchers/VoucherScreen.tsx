/** A voucher, to be shown at the counter; it notices by itself when it was confirmed there. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type Voucher } from '@/api';
import { moment, span, spokenUntil } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { Facts } from '../../ui/Facts';
import { Screen } from '../../ui/Screen';
import { Stores } from '../../ui/Stores';
import { useOfferWords } from '../../ui/useOfferWords';
import { useWeek } from '../../ui/useWeek';
import { CancelVoucher } from './CancelVoucher';
import { MoveVoucher } from './MoveVoucher';
import { VoucherCode } from './VoucherCode';
import { isOpen, VoucherStatus } from './VoucherStatus';

const LOOK_AGAIN_MS = 5000;

export function VoucherScreen({ id }: { id: string }) {
  const { t } = useTranslation('phone-vouchers');
  const query = $api.useQuery(
    'get',
    '/api/v1/vouchers/{id}',
    { params: { path: { id } } },
    { refetchInterval: ({ state: { data } }) => (data && isOpen(data) ? LOOK_AGAIN_MS : false) },
  );
  return (
    <Screen title={query.data?.offer_title ?? t('voucher')} back>
      <Answer query={query}>{(voucher) => <Shown voucher={voucher} />}</Answer>
    </Screen>
  );
}

function Shown({ voucher }: { voucher: Voucher }) {
  const { t } = useTranslation('phone-vouchers');
  const { gives } = useOfferWords();
  const week = useWeek();
  const open = isOpen(voucher);
  return (
    <>
      <section className="card">
        <div className="row">
          <strong>{gives(voucher.terms)}</strong>
          <VoucherStatus voucher={voucher} />
        </div>
        {open && <VoucherCode id={voucher.id} code={voucher.code} />}
        {voucher.deactivation_reason && (
          <p className="note" data-tone="bad">
            {t('deactivated', { reason: voucher.deactivation_reason })}
          </p>
        )}
      </section>
      <section className="card">
        <Facts
          of={[
            [t('partner'), voucher.partner_name],
            [t('slot'), voucher.slot && span(voucher.slot.starts_at, voucher.slot.ends_at)],
            [t('expires'), open && spokenUntil(voucher.expires_at)],
            [t('closed'), voucher.closed_at && moment(voucher.closed_at)],
            [t('hours'), open && !voucher.slot && week.hours(voucher.hours)],
            [t('uses'), voucher.uses > 1 && t('uses_of', { used: voucher.used, uses: voucher.uses })],
            [t('price'), voucher.price_points === 0 ? t('free') : t('points', { count: voucher.price_points })],
            [t('stores'), open && <Stores key="stores" partnerId={voucher.partner_id} only={voucher.stores} />],
          ]}
        />
        <Link to="/offers/$id" params={{ id: voucher.offer_id }} className="touch-link">
          {t('to_offer')}
        </Link>
      </section>
      {open && voucher.slot && <MoveVoucher voucher={voucher} slotId={voucher.slot.id} />}
      {voucher.state === 'held' && <CancelVoucher voucher={voucher} />}
    </>
  );
}
