/** A voucher on paper of 80 mm, for who has no phone: the code to say at the store, where and until when. */

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me, Store, Voucher } from '@/api';
import { grouped, moment, spokenSpan } from '@/lib/format';
import { HoursShown } from '../../ui/HoursShown';
import { maskedName } from '../../ui/masked';
import { SlipFacts } from '../../ui/SlipFacts';
import { TermsText } from '../../ui/TermsText';

interface Props {
  voucher: Voucher;
  /** Whose it is. */
  holder: string;
  /** All stores of its partner. */
  stores: Store[];
  /** Who stands at the counter. */
  clerk: Me;
}

export function VoucherSlip({ voucher, holder, stores, clerk }: Props) {
  const { t } = useTranslation('staff-vouchers');
  const { t: shared } = useTranslation('staff');
  const { slot, uses, used } = voucher;
  const open = stores.filter(({ state }) => state === 'open');
  const where = open.filter(({ id }) => voucher.stores.length === 0 || voucher.stores.includes(id));
  const facts: [string, ReactNode][] = [
    [t('when'), slot && spokenSpan(slot.starts_at, slot.ends_at)],
    [t('hours'), !slot && <HoursShown key="hours" hours={voucher.hours} none={t('any_time')} />],
    [t('uses'), uses > 1 && uses - used],
    [t('resident'), maskedName(holder)],
    [t('clerk'), clerk.name],
  ];
  return (
    <article className="slip">
      <p className="slip-community">{clerk.community_name}</p>
      <h1>{voucher.offer_title}</h1>
      <p>
        <TermsText terms={voucher.terms} />
      </p>
      <p className="slip-code slip-said">{grouped(voucher.code)}</p>
      <p className="slip-until">{shared('voucher.until', { moment: moment(voucher.expires_at) })}</p>
      <p>{t('how')}</p>
      <SlipFacts of={facts} />
      <h2>{voucher.partner_name}</h2>
      {where.map(({ id, name, address }) => (
        <p key={id} className="slip-store">
          {name}
          <br />
          {address}
        </p>
      ))}
      {voucher.state === 'held' && <p>{t('return')}</p>}
    </article>
  );
}
