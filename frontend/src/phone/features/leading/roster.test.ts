import { expect, it } from 'vitest';
import type { RosterLine } from '@/api';
import { attendancesOf, peopleOf } from './roster';

const line = (resident_id: string, more: Partial<RosterLine> = {}): RosterLine => ({
  resident_id,
  resident_name: resident_id,
  shift_id: 'morning',
  ...more,
});

it('takes those for present who checked in, until the roster is recorded', () => {
  const people = peopleOf([line('he', { checked_in_at: '2026-11-22T01:00:00Z' }), line('she')], 'morning');
  expect(attendancesOf(people)).toEqual([{ resident_id: 'he', hardship: false }]);
});

it('goes by what was recorded, once it is: also who checked in may have been struck out', () => {
  const lines = [
    line('he', { checked_in_at: '2026-11-22T01:00:00Z' }),
    line('she', { attendance_id: 'a', minutes: 90, source: 'back_filled', hardship: true }),
  ];
  expect(attendancesOf(peopleOf(lines, 'morning'))).toEqual([{ resident_id: 'she', hardship: true, minutes: 90 }]);
});

it('does not fix minutes that follow from check-in and check-out', () => {
  const people = peopleOf([line('he', { attendance_id: 'a', minutes: 55, source: 'automatic' })], 'morning');
  expect(attendancesOf(people)).toEqual([{ resident_id: 'he', hardship: false }]);
});

it('leaves out those of other shifts', () => {
  expect(peopleOf([line('he', { shift_id: 'evening' })], 'morning')).toEqual([]);
});
