/** A proposal while it is written down: what the fields show, and what is sent of it. */

import type { Activity, NewActivity, NewShift, Rule } from '@/api';
import { fieldOf, utcOf } from '../../ui/times';

export interface ShiftDraft {
  /** Of this form only. */
  key: number;
  day: string;
  from: string;
  until: string;
  capacity: string;
}

export interface Draft extends Omit<NewActivity, 'team_id' | 'shifts'> {
  shifts: ShiftDraft[];
}

const DAY_MS = 86_400_000;
const USUAL = { from: '09:00', until: '11:00', capacity: '10' };

export const newDraft = (now: Date): Draft => ({
  title: '',
  description: '',
  category: 'community_service',
  beneficiary: 'public',
  place: '',
  rule_code: '',
  recruit: 'open',
  shifts: [{ key: 0, day: fieldOf(new Date(now.getTime() + DAY_MS)).slice(0, 10), ...USUAL }],
});

export const draftOf = (activity: Activity): Draft => ({
  title: activity.title,
  description: activity.description,
  category: activity.category,
  beneficiary: activity.beneficiary,
  place: activity.place,
  rule_code: activity.rule_code,
  recruit: activity.recruit,
  shifts: activity.shifts.map((shift, key) => {
    const [day = '', from = ''] = fieldOf(shift.starts_at).split('T');
    const until = fieldOf(shift.ends_at).slice(11);
    return { key, day, from, until, capacity: String(shift.capacity) };
  }),
});

/** Another shift at the same time, a week later. */
export function shiftAfter(shifts: ShiftDraft[]): ShiftDraft {
  const last = shifts.at(-1);
  const key = Math.max(0, ...shifts.map((shift) => shift.key)) + 1;
  if (last === undefined) return { key, day: '', ...USUAL };
  return { ...last, key, day: dayAfter(last.day, 7) };
}

function dayAfter(day: string, days: number): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? '' : new Date(time + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whether it lasts over midnight: the end is earlier on the clock than the beginning. */
export const endsNextDay = ({ from, until }: ShiftDraft) => from !== '' && until !== '' && until <= from;

function shiftOf(shift: ShiftDraft): NewShift {
  const last = endsNextDay(shift) ? dayAfter(shift.day, 1) : shift.day;
  const [begins, ends] = [`${shift.day}T${shift.from}`, `${last}T${shift.until}`];
  return { starts_at: utcOf(begins) ?? begins, ends_at: utcOf(ends) ?? ends, capacity: Number(shift.capacity) };
}

/** What is sent, without the team: that stays once the activity is there. */
export const proposalOf = (draft: Draft): Omit<NewActivity, 'team_id'> => ({
  ...draft,
  title: draft.title.trim(),
  description: draft.description.trim(),
  place: draft.place.trim(),
  shifts: draft.shifts.map(shiftOf),
});

/** The rules that an activity can earn by: for people, without a level to name or a photo to bring. */
export const rulesFor = (rules: Rule[]) =>
  rules.filter((rule) => rule.unit === 'resident' && rule.basis !== 'level' && rule.evidence !== 'photo');
