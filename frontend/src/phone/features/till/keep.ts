/** Attempts on this device until the truth about them is known: one entry each, without anything about the resident. */

import type { Asked, Attempt } from './attempt';

const PREFIX = 'linli-attempt-';

type Kept = { user: string; asked: Asked; at: string };

const entries = () =>
  Array.from({ length: localStorage.length }, (_, place) => localStorage.key(place) ?? '').filter((name) =>
    name.startsWith(PREFIX),
  );

/** On a device that keeps nothing the attempt lives as long as the application does. */
export function keep({ key, user, asked, at }: Attempt) {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify({ user, asked, at }));
  } catch (error) {
    console.warn('the device keeps nothing', error);
  }
}

export const forget = (key: string) => localStorage.removeItem(PREFIX + key);

/** What was kept, the oldest first. Nobody knows what became of it: the application was closed in between. */
export function kept(): Attempt[] {
  const found = entries().flatMap((name): Attempt[] => {
    const key = name.slice(PREFIX.length);
    const entry = read(localStorage.getItem(name));
    return entry === undefined ? [] : [{ key, ...entry, state: 'unknown', tries: 1 }];
  });
  return found.sort((one, other) => one.at.localeCompare(other.at));
}

function read(text: string | null): Kept | undefined {
  try {
    return text === null ? undefined : (JSON.parse(text) as Kept);
  } catch {
    return undefined;
  }
}
