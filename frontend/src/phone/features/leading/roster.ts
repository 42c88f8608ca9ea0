/** A roster while it is written down: who was there, and for how long where that does not follow from check-in and check-out. */

import type { NewAttendance, RosterLine } from '@/api';

export interface Person {
  id: string;
  name: string;
  came: boolean;
  /** Minutes as typed; empty if they follow from check-in and check-out. */
  minutes: string;
  hardship: boolean;
  checkedIn: string | undefined;
  checkedOut: string | undefined;
}

/** Who is on the roster of a shift; before it is recorded first, those who checked in are taken to have come. */
export function peopleOf(lines: RosterLine[], shift: string): Person[] {
  const here = lines.filter((line) => line.shift_id === shift);
  const isRecorded = here.some((line) => line.attendance_id);
  return here.map((line) => ({
    id: line.resident_id,
    name: line.resident_name,
    came: Boolean(isRecorded ? line.attendance_id : line.checked_in_at),
    minutes: line.source === 'back_filled' && line.minutes != null ? String(line.minutes) : '',
    hardship: line.hardship ?? false,
    checkedIn: line.checked_in_at ?? undefined,
    checkedOut: line.checked_out_at ?? undefined,
  }));
}

export const cameBy = (id: string, name: string): Person => ({
  id,
  name,
  came: true,
  minutes: '',
  hardship: false,
  checkedIn: undefined,
  checkedOut: undefined,
});

/** What is sent: those who came, with minutes only where some were typed. */
export const attendancesOf = (people: Person[]): NewAttendance[] =>
  people
    .filter((person) => person.came)
    .map(({ id, minutes, hardship }) => ({
      resident_id: id,
      hardship,
      ...(minutes !== '' && { minutes: Number(minutes) }),
    }));
