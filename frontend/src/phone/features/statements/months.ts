/** Months of the community's calendar, as the API writes them: `2026-03`. */

import { TIMEZONE } from '@/lib/format';

/** The month that it is now. */
export const thisMonth = (now = new Date()) =>
  // Sweden writes years and months as the API does.
  new Intl.DateTimeFormat('sv-SE', { timeZone: TIMEZONE, year: 'numeric', month: '2-digit' }).format(now);

/** The month so many months later, or earlier. */
export function monthAfter(month: string, by: number): string {
  const [year = 0, place = 1] = month.split('-').map(Number);
  const count = year * 12 + place - 1 + by;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}
