/** What a partner offers, and how much of it is left: the partner of the store one works in, unless another is named. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { byCursor } from '@/lib/whole';
import { Pages } from '../../ui/Pages';
import { Screen } from '../../ui/Screen';
import { useStore } from '../shell/stores';
import { OfferFacts } from './OfferFacts';

export function OfferList({ partnerId }: { partnerId: string | undefined }) {
  const { t } = useTranslation('phone-shop');
  const { store } = useStore();
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/offers',
    { params: { query: { partner_id: partnerId ?? store.partner_id } } },
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
