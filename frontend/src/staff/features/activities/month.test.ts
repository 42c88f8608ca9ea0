/** The community's days of a month. */

import { expect, it } from 'vitest';
import type { Activity } from '@/api';
import { byDay, daysOf, monthAfter } from './month';

it('fills the weeks of a month from Monday to Sunday', () => {
  const days = daysOf('2026-11');
  expect(days[0]).toBe('2026-10-26');
  expect(days.at(-1)).toBe('2026-12-06');
  expect(days).toHaveLength(42);
  expect(daysOf('2027-02')).toHaveLength(28);
});

it('goes over the end of the year', () => {
  expect(monthAfter('2026-12', 1)).toBe('2027-01');
  expect(monthAfter('2026-01', -1)).toBe('2025-12');
});

it('puts a shift on the day of the community, not of UTC', () => {
  const shift = (starts_at: string) => ({ id: starts_at, starts_at, ends_at: starts_at, capacity: 1, taken: 0 });
  const activity: Activity = {
    id: '1',
    team_id: '1',
    team_name: '清洁队',
    title: '夜间巡逻',
    description: '',
    category: 'public_safety',
    beneficiary: 'public',
    place: '东门',
    rule_code: 'VOLUNTEER',
    recruit: 'open',
    state: 'recruiting',
    starts_at: '2026-11-22T23:00:00Z',
    ends_at: '2026-11-23T12:00:00Z',
    created_at: '2026-11-01T00:00:00Z',
    shifts: [shift('2026-11-23T11:00:00Z'), shift('2026-11-22T23:00:00Z')],
  };
  const days = byDay([activity]);
  expect([...days.keys()]).toEqual(['2026-11-23']);
  expect(days.get('2026-11-23')?.map((entry) => entry.shift.id)).toEqual([
    '2026-11-22T23:00:00Z',
    '2026-11-23T11:00:00Z',
  ]);
});
