/** Large type: bigger letters, stronger colours, fewer things on the first screen. Remembered on this device. */

import { useSyncExternalStore } from 'react';

const STORED = 'linli-large-type';
const listeners = new Set<() => void>();

const isLarge = () => localStorage.getItem(STORED) === 'on';

/** Shows the page as this device remembers it. */
export const showLarge = () => document.documentElement.toggleAttribute('data-large', isLarge());

export function setLarge(large: boolean) {
  localStorage.setItem(STORED, large ? 'on' : 'off');
  showLarge();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useLarge = () => useSyncExternalStore(subscribe, isLarge);
