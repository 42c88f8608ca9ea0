/** From a roster to what is sent, and back. */

import { expect, it } from 'vitest';
import type { RosterLine } from '@/api';
import { attendancesOf, draftOf } from './draft';

const line = (rest: Partial<RosterLine>): RosterLine => ({
  shift_id: 's',
  resident_id: 'r',
  resident_name: '郭子轩',
  ...rest,
});

it('counts who checked in as having come, by the minutes of the check', () => {
  const draft = draftOf(
    line({ signup_id: 'u', checked_in_at: '2026-11-22T01:00:00Z', checked_out_at: '2026-11-22T02:00:00Z' }),
  );
  expect(draft).toMatchObject({ came: true, checked: true, signed_up: true });
  expect(attendancesOf([draft])).toEqual([{ resident_id: 'r', hardship: false }]);
});

it('keeps minutes that were filled in, and leaves out who did not come', () => {
  const came = draftOf(line({ attendance_id: 'a', source: 'back_filled', minutes: 90, hardship: true }));
  const missed = draftOf(line({ resident_id: 'm', signup_id: 'u' }));
  expect(attendancesOf([came, missed])).toEqual([{ resident_id: 'r', hardship: true, minutes: 90 }]);
});

it('lets minutes that followed from the check follow from it again', () => {
  const draft = draftOf(line({ attendance_id: 'a', source: 'automatic', minutes: 55 }));
  expect(attendancesOf([draft])).toEqual([{ resident_id: 'r', hardship: false }]);
});
