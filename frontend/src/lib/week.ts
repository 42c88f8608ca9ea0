/** Days of the week as people say them: `周一至周五`. */

import type { DayOfWeek } from '@/api';
import { dayOfWeekValues } from '@/api/schema.gen';
import { listed } from './format';

interface Words {
  daily: string;
  day: (day: DayOfWeek) => string;
  run: (from: string, to: string) => string;
}

/** Neighbours as one run; two of them stay two. */
export function daysOf(days: DayOfWeek[], { daily, day, run }: Words): string {
  if (days.length === dayOfWeekValues.length) return daily;
  const runs: DayOfWeek[][] = [];
  for (const one of dayOfWeekValues.filter((of) => days.includes(of))) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last && before && dayOfWeekValues.indexOf(before) + 1 === dayOfWeekValues.indexOf(one)) last.push(one);
    else runs.push([one]);
  }
  return listed(runs.flatMap((of) => wordsOf(of.map(day), run)));
}

function wordsOf(days: string[], run: Words['run']): string[] {
  const [first, last] = [days[0], days.at(-1)];
  return days.length > 2 && first !== undefined && last !== undefined ? [run(first, last)] : days;
}
