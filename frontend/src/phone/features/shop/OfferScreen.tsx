/** One offer of the partner, with its slots if it takes place in slots. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { Answer } from '../../ui/Answer';
import { Screen } from '../../ui/Screen';
import { useMe } from '../shell/useMe';
import { OfferFacts } from './OfferFacts';
import { Slots } from './Slots';

export function OfferScreen({ id }: { id: string }) {
  const { t } = useTranslation('phone-shop');
  const { me } = useMe();
  const query = $api.useQuery('get', '/api/v1/offers/{id}', { params: { path: { id } } });
  return (
    <Screen title={t('offers.one')} back>
      <Answer query={query}>
        {(offer) => (
          <>
            <section className="card" aria-label={offer.title}>
              <OfferFacts offer={offer} />
              {offer.description && <p>{offer.description}</p>}
            </section>
            {offer.slot_early_minutes == null ? (
              <p className="soft">{t('slots.none')}</p>
            ) : (
              <Slots offerId={offer.id} mine={me.partner_ids.includes(offer.partner_id)} />
            )}
          </>
        )}
      </Answer>
    </Screen>
  );
}
