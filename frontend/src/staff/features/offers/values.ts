/** An offer as its form has it, and as the server takes it. Only the form calls the days of a span `weekdays` yet. */

import type { NewOffer, Offer, OfferChange, Opening, OpenSpan } from '@/api';

export interface OfferValues extends Omit<NewOffer, 'hours' | 'period_quota'> {
  hours?: Opening[];
  period_quota?: { period?: NonNullable<NewOffer['period_quota']>['period'] | null; vouchers?: number | null };
}

export const openings = (hours: OpenSpan[]): Opening[] =>
  hours.map(({ days, from, to }) => ({ weekdays: days, from, to }));

const spans = (hours: Opening[]): OpenSpan[] => hours.map(({ weekdays, from, to }) => ({ days: weekdays, from, to }));

export const valuesOf = (offer: Offer): Partial<OfferValues> => ({
  ...offer,
  hours: openings(offer.hours),
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
    hours: spans(hours ?? []),
    period_quota: period && typeof vouchers === 'number' ? { period, vouchers } : null,
  };
}
