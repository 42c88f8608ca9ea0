/** The attendance list of a shift while it is filled in. */

import type { NewAttendance, RosterLine } from '@/api';

export interface Draft {
  resident_id: string;
  name: string;
  signed_up: boolean;
  came: boolean;
  /** Whether check-in and check-out say how long it was. */
  checked: boolean;
  /** As filled in; left out if they follow from check-in and check-out. */
  minutes?: number | undefined;
  hardship: boolean;
}

/** What is known of somebody so far: who checked in, or stands in the roster, came. */
export const draftOf = (line: RosterLine): Draft => ({
  resident_id: line.resident_id,
  name: line.resident_name,
  signed_up: line.signup_id != null,
  came: line.attendance_id != null || line.checked_in_at != null,
  checked: line.checked_in_at != null && line.checked_out_at != null,
  minutes: line.source === 'back_filled' ? (line.minutes ?? undefined) : undefined,
  hardship: line.hardship ?? false,
});

/** The list that is sent: who came, minutes only where they were filled in. */
export const attendancesOf = (draft: Draft[]): NewAttendance[] =>
  draft
    .filter(({ came }) => came)
    .map(({ resident_id, minutes, hardship }) => ({
      resident_id,
      hardship,
      ...(minutes !== undefined && { minutes }),
    }));
