/** An offer as its form has it, and as the server takes it. */

import type { NewOffer, Offer, OfferChange } from '@/api';

export interface OfferValues extends Omit<NewOffer, 'period_quota'> {
  period_quota?: { period?: NonNullable<NewOffer['period_quota']>['period'] | null; vouchers?: number | null };
}

export const valuesOf = (offer: Offer): Partial<OfferValues> => ({
  ...offer,
  period_quota: offer.period_quota ?? {},
});

/** A draft in whole. */
export const newOffer = (values: OfferValues): NewOffer => ({ ...values, ...shared(values) });

/** What the form has shown, and nothing else. */
export const offerChange = ({ partner_id: _, ...values }: OfferValues): OfferChange => ({
  ...values,
  ...shared(values),
});

function shared({ hours, period_quota }: Pick<OfferValues, 'hours' | 'period_quota'>) {
  const { period, vouchers } = period_quota ?? {};
  return {
    hours: hours ?? [],
    period_quota: period && typeof vouchers === 'number' ? { period, vouchers } : null,
  };
}
