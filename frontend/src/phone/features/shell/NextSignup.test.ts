import { expect, it } from 'vitest';
import type { Signup } from '@/api';
import { nextOf } from './NextSignup';

const NOW = new Date('2026-11-22T08:00:00Z');

const signup = (id: string, starts_at: string, ends_at: string, more: Partial<Signup> = {}): Signup => ({
  id,
  starts_at,
  ends_at,
  activity_id: 'a',
  activity_state: 'recruiting',
  activity_title: '清洁',
  checked_in_by_hand: false,
  checked_out_by_hand: false,
  place: '',
  resident_id: 'r',
  shift_id: 's',
  signed_up_at: '2026-11-20T08:00:00Z',
  state: 'signed_up',
  ...more,
});

it('is the soonest that is not over, the one under way included', () => {
  const later = signup('later', '2026-11-24T01:00:00Z', '2026-11-24T02:00:00Z');
  const over = signup('over', '2026-11-22T01:00:00Z', '2026-11-22T02:00:00Z');
  const now = signup('now', '2026-11-22T07:00:00Z', '2026-11-22T09:00:00Z');
  expect(nextOf([later, over, now], NOW)?.id).toBe('now');
});

it('is none that was called off', () => {
  const off = signup('off', '2026-11-24T01:00:00Z', '2026-11-24T02:00:00Z', { activity_state: 'cancelled' });
  expect(nextOf([off], NOW)).toBeUndefined();
});
