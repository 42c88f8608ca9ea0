/** When somebody can be checked in and out: the server decides, this says beforehand why it would not. */

const MINUTE_MS = 60_000;
/** How long before the shift begins people can check in. */
const EARLY = 30;

const minutesFrom = (utc: string, minutes: number) => Date.parse(utc) + minutes * MINUTE_MS;

export const tooEarly = (shift: { starts_at: string }, now: Date) =>
  now.getTime() < minutesFrom(shift.starts_at, -EARLY);

/** Whether the end of a shift, and so many minutes after it, are over. */
export const tooLate = (ends_at: string, now: Date, after = 0) => now.getTime() > minutesFrom(ends_at, after);
