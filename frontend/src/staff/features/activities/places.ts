/** How many places of an activity's shifts are taken. */

import type { Shift } from '@/api';

/** `9/30`, over all shifts. */
export function taken(shifts: Shift[]): string {
  const sum = (of: (shift: Shift) => number) => shifts.reduce((total, shift) => total + of(shift), 0);
  return `${sum((shift) => shift.taken)}/${sum((shift) => shift.capacity)}`;
}
