import { expect, it } from 'vitest';
import { tooEarly, tooLate } from './checks';

const shift = { starts_at: '2026-12-05T01:00:00Z', ends_at: '2026-12-05T03:00:00Z' };
const at = (clock: string) => new Date(`2026-12-05T${clock}:00Z`);

it('opens half an hour before the shift', () => {
  expect(tooEarly(shift, at('00:29'))).toBe(true);
  expect(tooEarly(shift, at('00:30'))).toBe(false);
});

it('closes with the shift, for going half an hour later', () => {
  expect(tooLate(shift.ends_at, at('03:00'))).toBe(false);
  expect(tooLate(shift.ends_at, at('03:01'))).toBe(true);
  expect(tooLate(shift.ends_at, at('03:30'), 30)).toBe(false);
  expect(tooLate(shift.ends_at, at('03:31'), 30)).toBe(true);
});
