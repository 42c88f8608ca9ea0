/** The time now, told again every second, or every minute where seconds do not matter. */

import { useEffect, useState } from 'react';

export function useNow(every: 'second' | 'minute' = 'second'): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every === 'second' ? 1000 : 60_000);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}

/** A time that is left, as a clock that runs down: `59:08`. */
export function runningDown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
