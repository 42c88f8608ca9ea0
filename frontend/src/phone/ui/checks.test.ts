import { expect, it } from 'vitest';
import { hasBegun, isOpen, tooEarly, tooLateToCome, tooLateToGo } from './checks';

const shift = { starts_at: '2026-12-05T01:00:00Z', ends_at: '2026-12-05T03:00:00Z' };
const at = (clock: string) => Date.parse(`2026-12-05T${clock}:00Z`);

it('opens half an hour before the shift', () => {
  expect(tooEarly(shift, at('00:29'))).toBe(true);
  expect(tooEarly(shift, at('00:30'))).toBe(false);
  expect([hasBegun(shift, at('00:59')), hasBegun(shift, at('01:00'))]).toEqual([false, true]);
});

it('closes with the shift, for going half an hour later', () => {
  expect([tooLateToCome(shift, at('03:00')), tooLateToCome(shift, at('03:01'))]).toEqual([false, true]);
  expect([tooLateToGo(shift, at('03:30')), tooLateToGo(shift, at('03:31'))]).toEqual([false, true]);
});

it('is open to those who come or go as long as the activity is neither settled nor called off', () => {
  expect(isOpen('recruiting', shift, at('00:30'))).toBe(true);
  expect(isOpen('closed', shift, at('03:30'))).toBe(true);
  for (const state of ['draft', 'returned', 'reviewed', 'settled', 'cancelled'] as const) {
    expect(isOpen(state, shift, at('02:00'))).toBe(false);
  }
  expect([isOpen('running', shift, at('00:29')), isOpen('running', shift, at('03:31'))]).toEqual([false, false]);
});
