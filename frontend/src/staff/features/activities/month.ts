/** The days of a month, and what begins on each of them; days are the community's. */

import type { Activity, Shift } from '@/api';
import { civilDayOf } from '@/lib/format';

/** This month: `2026-03`. */
export const monthNow = () => civilDayOf(new Date()).slice(0, 7);

/** The month that lies so many months after another. */
export function monthAfter(month: string, months: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 7);
}

/** All days of the weeks that a month touches, from Monday on. */
export function daysOf(month: string): string[] {
  const first = new Date(`${month}-01T00:00:00Z`);
  const before = (first.getUTCDay() + 6) % 7;
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const weeks = Math.ceil((before + length) / 7);
  return Array.from({ length: weeks * 7 }, (_, index) => {
    const day = new Date(first);
    day.setUTCDate(1 - before + index);
    return day.toISOString().slice(0, 10);
  });
}

export interface Entry {
  activity: Activity;
  shift: Shift;
}

/** The shifts by the day on which they begin, the earliest first. */
export function byDay(activities: Activity[]): Map<string, Entry[]> {
  const entries = activities.flatMap((activity) => activity.shifts.map((shift) => ({ activity, shift })));
  const days = new Map<string, Entry[]>();
  for (const entry of entries.toSorted((a, b) => a.shift.starts_at.localeCompare(b.shift.starts_at))) {
    const day = civilDayOf(entry.shift.starts_at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return days;
}
