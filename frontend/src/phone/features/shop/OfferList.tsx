/** What the partner offers, and how much of it is left. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { byCursor } from '@/lib/whole';
import { Pages } from '../../ui/Pages';
import { Screen } from '../../ui/Screen';
import { OfferFacts } from './OfferFacts';

export function OfferList({ partnerId }: { partnerId: string | undefined }) {
  const { t } = useTranslation('phone-shop');
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/offers',
    { params: { query: { ...(partnerId && { partner_id: partnerId }) } } },
    byCursor,
  );
  return (
    <Screen title={t('offers.title')} back>
      <Pages query={query} empty={t('offers.empty')}>
        {(offer) => (
          <Link to="/till/offers/$id" params={{ id: offer.id }} className="card">
            <OfferFacts offer={offer} />
          </Link>
        )}
      </Pages>
    </Screen>
  );
}
