import { expect, it } from 'vitest';
import type { RosterLine } from '@/api';
import { attendancesOf, cameBy, lengthOf, type Person, peopleOf, ticked } from './roster';

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

it('counts the whole shift for who was not checked in and out, unless minutes were typed', () => {
  const [here, gone, typed] = [
    { checked_in_at: '2026-11-22T01:00:00Z' },
    { checked_in_at: '2026-11-22T01:00:00Z', checked_out_at: '2026-11-22T02:00:00Z' },
    { attendance_id: 'a', minutes: 45, source: 'back_filled' as const },
  ].map((more) => peopleOf([line('he', more)], 'morning')[0] ?? cameBy('nobody', '', 0));
  const minutes = (person?: Person) => person && ticked(person, true, 120).minutes;
  expect([minutes(here), minutes(gone), minutes(typed)]).toEqual(['120', '', '45']);
  expect(
    cameBy('she', '王', lengthOf({ starts_at: '2026-11-22T01:00:00Z', ends_at: '2026-11-22T03:30:00Z' })),
  ).toMatchObject({ came: true, minutes: '150' });
});
