import { expect, it } from 'vitest';
import { monthAfter, thisMonth } from './months';

it('goes from month to month across years', () => {
  expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1), monthAfter('2026-03', -14)]).toEqual([
    '2027-01',
    '2025-12',
    '2025-01',
  ]);
});

it('knows the month on the clocks of the community', () => {
  expect(thisMonth(new Date('2026-02-28T16:30:00Z'))).toBe('2026-03');
});
