/** Times as the phone's own field for day and time has them (`2026-11-22T09:30`, on the community's clocks), and back. */

import { TIMEZONE } from '@/lib/format';

const HOUR_MS = 3_600_000;
const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: TIMEZONE, dateStyle: 'short', timeStyle: 'short' });

/** What the field shows for a moment. */
export const fieldOf = (utc: string | Date) => parts.format(new Date(utc)).replace(' ', 'T');

/** The moment of what the field shows; none if it shows nothing whole. */
export function utcOf(field: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(field)) return undefined;
  const asIfUtc = new Date(`${field}:00Z`);
  const ahead = new Date(`${fieldOf(asIfUtc)}:00Z`).getTime() - asIfUtc.getTime();
  return new Date(asIfUtc.getTime() - ahead).toISOString();
}

/** A moment so many hours before now, in the field's own writing. */
export const hoursAgo = (hours: number) => fieldOf(new Date(Date.now() - hours * HOUR_MS));
