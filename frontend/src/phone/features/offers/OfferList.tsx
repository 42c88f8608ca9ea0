/** What the partners offer for points; on demand only what the resident can afford. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type Offer } from '@/api';
import { whole } from '@/lib/format';
import { byCursor } from '@/lib/whole';
import { Check } from '../../ui/Check';
import { Pages } from '../../ui/Pages';
import { Screen } from '../../ui/Screen';
import { useOfferWords } from '../../ui/useOfferWords';
import { useResidentId } from '../shell/useResidentId';

interface Props {
  affordable: boolean;
  onAffordable: (affordable: boolean) => void;
}

export function OfferList({ affordable, onAffordable }: Props) {
  const { t } = useTranslation('phone-offers');
  const id = useResidentId();
  const { data: wallet } = $api.useQuery('get', '/api/v1/residents/{id}/wallet', { params: { path: { id } } });
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/offers',
    { params: { query: { state: 'open', limit: 50 } } },
    byCursor,
  );
  const isShown = (offer: Offer) => !affordable || wallet === undefined || offer.price_points <= wallet.available;
  return (
    <Screen title={t('title')}>
      <div className="row">
        <span>{wallet !== undefined && t('available', { points: whole(wallet.available) })}</span>
        <Link to="/vouchers" className="button">
          {t('vouchers')}
        </Link>
      </div>
      <Check asSwitch label={t('affordable')} checked={affordable} onChange={onAffordable} />
      <Pages query={query} only={isShown} empty={affordable ? t('empty_affordable') : t('empty')}>
        {(offer) => <OfferCard offer={offer} />}
      </Pages>
    </Screen>
  );
}

function OfferCard({ offer }: { offer: Offer }) {
  const { t } = useTranslation('phone-offers');
  const { gives } = useOfferWords();
  return (
    <Link to="/offers/$id" params={{ id: offer.id }} className="card">
      <span className="row">
        <strong>{offer.title}</strong>
        <span className="amount">
          {offer.price_points === 0 ? t('free') : t('points', { count: offer.price_points })}
        </span>
      </span>
      <span>{gives(offer.terms)}</span>
      <span className="soft">
        {offer.partner_name}
        {offer.quota_left != null && ` · ${t('quota_left', { left: whole(offer.quota_left) })}`}
      </span>
    </Link>
  );
}
