import { expect, it } from 'vitest';
import { daysOf } from './days';

it.each([
  ['this_month', '2026-11-23', '2026-11-01', '2026-11-23'],
  ['last_month', '2026-11-23', '2026-10-01', '2026-10-31'],
  ['last_month', '2026-03-31', '2026-02-01', '2026-02-28'],
  ['last_month', '2026-01-01', '2025-12-01', '2025-12-31'],
  ['this_quarter', '2026-11-23', '2026-10-01', '2026-11-23'],
  ['this_quarter', '2026-01-01', '2026-01-01', '2026-01-01'],
  ['this_year', '2026-11-23', '2026-01-01', '2026-11-23'],
] as const)('%s on %s is from %s to %s', (name, now, from, until) => {
  expect(daysOf(name, now)).toEqual({ from, until });
});
