import { expect, it } from 'vitest';
import { nextShift } from './shifts';

const shift = (day: number) => ({
  id: String(day),
  starts_at: `2026-12-0${day}T01:00:00Z`,
  ends_at: `2026-12-0${day}T03:00:00Z`,
  capacity: 9,
  taken: 0,
  recorded_at: null,
});

const activity = { shifts: [shift(1), shift(3), shift(5)], starts_at: shift(1).starts_at, ends_at: shift(5).ends_at };

it('is the first that is not over, the one under way included', () => {
  expect(nextShift(activity, new Date('2026-12-03T02:00:00Z'))).toEqual(shift(3));
  expect(nextShift(activity, new Date('2026-12-03T04:00:00Z'))).toEqual(shift(5));
});

it('is the first of all when all are over', () => {
  expect(nextShift(activity, new Date('2026-12-09T00:00:00Z'))).toEqual(shift(1));
});
