/** Civil days (`2026-03-01`) and spans of them, of the community's calendar. */

import { TIMEZONE } from './format';

export interface Days {
  from: string;
  until: string;
}

// Swedish writes days as ISO 8601 does.
const civil = new Intl.DateTimeFormat('sv-SE', { timeZone: TIMEZONE });

/** The community's today. */
export const today = () => civil.format(new Date());

/** The first day of the month that lies so many months after that of a day. */
function monthFrom(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

export const periods = ['this_month', 'last_month', 'this_quarter', 'this_year'] as const;
export type PeriodName = (typeof periods)[number];

/** The days of a period that people name; one that goes on, up to today. */
export function daysOf(name: PeriodName, now: string): Days {
  const month = Number(now.slice(5, 7)) - 1;
  switch (name) {
    case 'this_month':
      return { from: monthFrom(now, 0), until: now };
    case 'last_month':
      return { from: monthFrom(now, -1), until: dayBefore(monthFrom(now, 0)) };
    case 'this_quarter':
      return { from: monthFrom(now, -(month % 3)), until: now };
    case 'this_year':
      return { from: monthFrom(now, -month), until: now };
  }
}
