/** A voucher as the counter sees it: whose it is, what it gives, and on what conditions. */

import { useTranslation } from 'react-i18next';
import type { PresentedVoucher } from '@/api';
import { grouped, span, spokenUntil } from '@/lib/format';
import { useOfferWords } from '../../ui/useOfferWords';
import { useWeek } from '../../ui/useWeek';

export function VoucherCard({ voucher }: { voucher: PresentedVoucher }) {
  const { t } = useTranslation('phone-till');
  const week = useWeek();
  const words = useOfferWords();
  const left = voucher.uses - voucher.used;
  return (
    <section className="card" aria-label={t('voucher.title')}>
      <div className="row">
        <h2>{voucher.offer_title}</h2>
        <strong className="who">{voucher.resident_name}</strong>
      </div>
      <p>{words.gives(voucher.terms)}</p>
      <ul className="conditions">
        {voucher.uses > 1 && <li>{t('voucher.uses', { left, uses: voucher.uses })}</li>}
        {voucher.slot && <li>{t('voucher.slot', { span: span(voucher.slot.starts_at, voucher.slot.ends_at) })}</li>}
        {voucher.hours.map((hours) => (
          <li key={week.span(hours)}>{t('voucher.hours', { hours: week.span(hours) })}</li>
        ))}
        <li>{t('voucher.until', { day: spokenUntil(voucher.expires_at) })}</li>
        <li className="number">{t('voucher.code', { code: grouped(voucher.code) })}</li>
      </ul>
    </section>
  );
}
