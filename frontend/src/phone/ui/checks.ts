/** When people check in and out at a shift: the server decides, this says beforehand what it would say. */

import type { Activity } from '@/api';

interface Times {
  starts_at: string;
  ends_at: string;
}

const HALF_AN_HOUR_MS = 30 * 60_000;
/** Announced, and neither settled nor called off. */
const UNDER_WAY: Activity['state'][] = ['recruiting', 'running', 'closed'];

export const isUnderWay = (state: Activity['state']) => UNDER_WAY.includes(state);

export const hasBegun = (shift: Times, now: number) => now >= Date.parse(shift.starts_at);

export const tooEarly = (shift: Times, now: number) => now < Date.parse(shift.starts_at) - HALF_AN_HOUR_MS;

export const tooLateToCome = (shift: Times, now: number) => now > Date.parse(shift.ends_at);

export const tooLateToGo = (shift: Times, now: number) => now > Date.parse(shift.ends_at) + HALF_AN_HOUR_MS;

/** Whether people can come or go now. */
export const isOpen = (state: Activity['state'], shift: Times, now: number) =>
  isUnderWay(state) && !tooEarly(shift, now) && !tooLateToGo(shift, now);
