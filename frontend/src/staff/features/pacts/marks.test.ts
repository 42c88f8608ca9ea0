/** Which marks are sent. */

import { expect, it } from 'vitest';
import type { PactLine } from '@/api';
import { changes, keepRest } from './marks';

const line = (household_id: string, kept: boolean | null): PactLine => ({
  household_id,
  door: household_id,
  kept,
  note: null,
  reversed: false,
});

const lines = [line('101', true), line('102', null), line('103', false)];

it('sends nothing as long as nothing differs', () => {
  expect(changes(lines, {})).toEqual([]);
  expect(changes(lines, { '101': { kept: true, note: '' } })).toEqual([]);
});

it('sends what differs, and takes out what was recorded with a null', () => {
  expect(changes(lines, { '101': { kept: null, note: '' }, '103': { kept: false, note: '楼道堆物' } })).toEqual([
    { household_id: '101', kept: null, note: null },
    { household_id: '103', kept: false, note: '楼道堆物' },
  ]);
});

it('lets the rest count as having kept it, and leaves alone who did not', () => {
  expect(changes(lines, keepRest(lines, {}))).toEqual([{ household_id: '102', kept: true, note: null }]);
});
