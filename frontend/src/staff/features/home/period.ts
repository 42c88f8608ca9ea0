/** Which period the figures are of, as the address says it: a name, or two days. */

import { type Days, daysOf, type PeriodName } from '@/lib/days';

export interface Search {
  period?: PeriodName | 'days' | undefined;
  from?: string | undefined;
  until?: string | undefined;
}

/** The days of the period; this month's unless the address says otherwise. */
export function daysOfSearch({ period = 'this_month', from, until }: Search, now: string): Days {
  if (period !== 'days') return daysOf(period, now);
  const usual = daysOf('this_month', now);
  return { from: from ?? usual.from, until: until ?? usual.until };
}
