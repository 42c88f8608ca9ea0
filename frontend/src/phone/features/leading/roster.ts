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
  /** What it came to, once the roster is settled. */
  earned: { minutes: number; points: number; why: string } | undefined;
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
    earned:
      line.points == null
        ? undefined
        : { minutes: line.minutes ?? 0, points: line.points, why: line.explanation ?? '' },
  }));
}

/** Somebody who came without having signed up; for the whole shift unless that is changed. */
export const cameBy = (id: string, name: string, length: number): Person => ({
  id,
  name,
  came: true,
  minutes: String(length),
  hardship: false,
  checkedIn: undefined,
  checkedOut: undefined,
  earned: undefined,
});

/** The same person as having come or not: who was not checked in and out came for the whole shift unless that is changed. */
export function ticked(person: Person, came: boolean, length: number): Person {
  const counts = person.checkedIn !== undefined && person.checkedOut !== undefined;
  return { ...person, came, minutes: came && !counts && person.minutes === '' ? String(length) : person.minutes };
}

/** How many minutes a shift has. */
export const lengthOf = (shift: { starts_at: string; ends_at: string }) =>
  Math.round((Date.parse(shift.ends_at) - Date.parse(shift.starts_at)) / 60_000);

/** What is sent: those who came, with minutes only where some were typed. */
export const attendancesOf = (people: Person[]): NewAttendance[] =>
  people
    .filter((person) => person.came)
    .map(({ id, minutes, hardship }) => ({
      resident_id: id,
      hardship,
      ...(minutes !== '' && { minutes: Number(minutes) }),
    }));
