import { expect, it } from 'vitest';
import type { DayOfWeek } from '@/api';
import { dayOfWeekValues } from '@/api/schema.gen';
import { daysOf } from './week';

const words = { daily: 'daily', day: (day: DayOfWeek) => day, run: (from: string, to: string) => `${from}-${to}` };
const said = (days: DayOfWeek[]) => daysOf(days, words).match(/daily|[a-z]+-[a-z]+|[a-z]+/g);

it('says days that follow each other as one run', () => {
  expect(said([...dayOfWeekValues])).toEqual(['daily']);
  expect(said(['mon', 'tue', 'wed', 'sat'])).toEqual(['mon-wed', 'sat']);
  expect(said(['sat', 'sun'])).toEqual(['sat', 'sun']);
  expect(said(['sun', 'mon'])).toEqual(['mon', 'sun']);
});
