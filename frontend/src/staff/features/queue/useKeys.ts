/** Keys of the queue: not while something is typed, nor over a dialog, nor with Ctrl and the like. */

import { useEffect, useRef } from 'react';

export type Keys = Partial<Record<string, () => void>>;

export function useKeys(keys: Keys) {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || busyElsewhere(event.target)) return;
      const act = latest.current[event.key.toLowerCase()];
      if (act === undefined || ownKey(event)) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}

function busyElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"][aria-modal="true"]') !== null) return true;
  if (!(target instanceof HTMLElement)) return false;
  const typing = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [role="combobox"]';
  return target.isContentEditable || target.closest(typing) !== null;
}

/** Keys that what has the focus needs itself: Enter presses buttons, arrows move among radio buttons. */
function ownKey({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (key === 'Enter') return target.closest('button, a') !== null;
  return key.startsWith('Arrow') && target.closest('[type="radio"]') !== null;
}
