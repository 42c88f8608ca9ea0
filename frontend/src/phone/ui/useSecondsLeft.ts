/** A countdown in whole seconds, by this device's own pace: its clock may be wrong, its seconds are not. */

import { useEffect, useState } from 'react';

/** The seconds that are left of a span that began at a moment of this device's clock. */
export function useSecondsLeft(begunAt: number, seconds: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.min(seconds, Math.ceil(seconds - (now - begunAt) / 1000)));
}
