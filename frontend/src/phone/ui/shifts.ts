/** Which shift of an activity a list shows. */

import type { Activity } from '@/api';

interface Time {
  starts_at: string;
  ends_at: string;
}

/** The first shift that is not over; the first of all when none is left. */
export function nextShift(activity: Pick<Activity, 'shifts' | 'starts_at' | 'ends_at'>, now: Date): Time {
  return activity.shifts.find((shift) => new Date(shift.ends_at) > now) ?? activity.shifts[0] ?? activity;
}
