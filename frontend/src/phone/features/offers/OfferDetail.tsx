/** An offer with all its conditions in words, and taking a voucher of it. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { Answer } from '../../ui/Answer';
import { Screen } from '../../ui/Screen';
import { useOfferWords } from '../../ui/useOfferWords';
import { Conditions } from './Conditions';
import { TakeVoucher } from './TakeVoucher';

export function OfferDetail({ id }: { id: string }) {
  const { t } = useTranslation('phone-offers');
  const { gives } = useOfferWords();
  const query = $api.useQuery('get', '/api/v1/offers/{id}', { params: { path: { id } } });
  return (
    <Screen title={query.data?.title ?? t('title')} back>
      <Answer query={query}>
        {(offer) => (
          <>
            <section className="card hero">
              <p className="big">{offer.price_points === 0 ? t('free') : t('points', { count: offer.price_points })}</p>
              <p>{gives(offer.terms)}</p>
              <p>{offer.partner_name}</p>
            </section>
            {offer.description !== '' && <p className="pre">{offer.description}</p>}
            <TakeVoucher offer={offer} />
            <Conditions offer={offer} />
          </>
        )}
      </Answer>
    </Screen>
  );
}
