/** Spans of the week as people say them: `周一至周五 08:30–17:30`. */

import { useTranslation } from 'react-i18next';
import type { DayOfWeek } from '@/api';
import { dayOfWeekValues } from '@/api/schema.gen';

export function useWeek() {
  const { t } = useTranslation(['phone', 'phone-till']);
  return (days: DayOfWeek[], from: string, to: string): string => {
    const places = days.map((day) => dayOfWeekValues.indexOf(day)).sort((one, other) => one - other);
    const named = runsOf(places).map(([first, last]) => {
      const [start, end] = [dayOfWeekValues[first], dayOfWeekValues[last]];
      if (start === undefined || end === undefined) return '';
      return first === last
        ? t(`days.${start}`)
        : t('phone-till:week.run', { from: t(`days.${start}`), to: t(`days.${end}`) });
    });
    const said = days.length === dayOfWeekValues.length ? t('terms.daily') : named.join(t('phone-till:week.comma'));
    return `${said} ${from}–${to}`;
  };
}

/** Neighbours as one run, first and last. */
function runsOf(places: number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const place of places) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === place - 1) run[1] = place;
    else runs.push([place, place]);
  }
  return runs;
}
