import { expect, it } from 'vitest';
import { fieldOf, utcOf } from './times';

it('reads and writes the clocks of the community, whatever the device says', () => {
  expect(utcOf('2026-11-22T09:30')).toBe('2026-11-22T01:30:00.000Z');
  expect(fieldOf('2026-11-22T01:30:00Z')).toBe('2026-11-22T09:30');
});

it('does not take half a time for one', () => {
  expect(utcOf('')).toBeUndefined();
});
