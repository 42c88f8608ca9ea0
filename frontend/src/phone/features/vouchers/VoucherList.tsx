/** The resident's vouchers: those that can be used, and those that are done with. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type Voucher } from '@/api';
import { moment, spokenUntil } from '@/lib/format';
import { byCursor } from '@/lib/whole';
import { Pages } from '../../ui/Pages';
import { Screen } from '../../ui/Screen';
import { useOfferWords } from '../../ui/useOfferWords';
import { Views } from '../../ui/Views';
import { isOpen, VoucherStatus } from './VoucherStatus';

export type View = 'open' | 'closed';

export function VoucherList({ view, onView }: { view: View; onView: (view: View) => void }) {
  const { t } = useTranslation('phone-vouchers');
  const query = $api.useInfiniteQuery('get', '/api/v1/vouchers', { params: { query: { limit: 50 } } }, byCursor);
  const empty = (
    <>
      <p>{view === 'open' ? t('empty_open') : t('empty_closed')}</p>
      <Link to="/offers" className="button">
        {t('to_offers')}
      </Link>
    </>
  );
  return (
    <Screen title={t('title')} back>
      <Views
        label={t('views.label')}
        value={view}
        onChange={onView}
        options={[
          { value: 'open', label: t('views.open') },
          { value: 'closed', label: t('views.closed') },
        ]}
      />
      <Pages query={query} only={(voucher) => isOpen(voucher) === (view === 'open')} empty={empty}>
        {(voucher) => <VoucherCard voucher={voucher} />}
      </Pages>
    </Screen>
  );
}

function VoucherCard({ voucher }: { voucher: Voucher }) {
  const { t } = useTranslation('phone-vouchers');
  const { gives } = useOfferWords();
  return (
    <Link to="/vouchers/$id" params={{ id: voucher.id }} className="card">
      <span className="row">
        <strong>{voucher.offer_title}</strong>
        <VoucherStatus voucher={voucher} />
      </span>
      <span>{gives(voucher.terms)}</span>
      <span className="soft">{voucher.partner_name}</span>
      <span className="soft">
        {voucher.closed_at
          ? t('closed_at', { time: moment(voucher.closed_at) })
          : t('until', { day: spokenUntil(voucher.expires_at) })}
      </span>
    </Link>
  );
}
