/** An offer in a few lines: what it gives, what it costs, and how many are left. */

import { useTranslation } from 'react-i18next';
import type { Offer } from '@/api';
import { dayOf, until, whole } from '@/lib/format';
import { Status, type Tone } from '../../ui/Status';
import { useOfferWords } from '../../ui/useOfferWords';

const tones: Record<Offer['state'], Tone> = { draft: 'waiting', open: 'good', closed: 'neutral' };

export function OfferFacts({ offer }: { offer: Offer }) {
  const { t } = useTranslation('phone-shop');
  const words = useOfferWords();
  const { quota, quota_left, taken, price_points, period_quota } = offer;
  return (
    <>
      <div className="row">
        <h2>{offer.title}</h2>
        <Status tone={tones[offer.state]}>{t(`offers.states.${offer.state}`)}</Status>
      </div>
      <p>{words.gives(offer.terms)}</p>
      <dl className="figures">
        <div>
          <dt>{t('offers.left')}</dt>
          <dd>{quota_left == null ? t('offers.unlimited') : whole(quota_left)}</dd>
        </div>
        <div>
          <dt>{t('offers.taken')}</dt>
          <dd>{whole(taken)}</dd>
        </div>
        <div>
          <dt>{t('offers.price')}</dt>
          <dd>{price_points === 0 ? t('offers.free') : t('offers.points', { count: price_points })}</dd>
        </div>
      </dl>
      <p className="soft">
        {[
          quota != null && t('offers.quota', { quota: whole(quota) }),
          period_quota && t(`offers.per.${period_quota.period}`, { vouchers: whole(period_quota.vouchers) }),
          t('offers.valid', { from: dayOf(offer.valid_from), to: until(offer.valid_to) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
}
