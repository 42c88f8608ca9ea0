/** What was typed, once the typing pauses. */

import { useEffect, useState } from 'react';

const PAUSE_MS = 250;

export function useDelayed(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
