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
      if (act === undefined || (event.key === 'Enter' && ownEnter(event.target))) return;
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
  return (
    target.isContentEditable ||
    target.closest('input:not([type="checkbox"]), textarea, select, [role="combobox"]') !== null
  );
}

/** What is pressed by Enter itself. */
const ownEnter = (target: EventTarget | null) => target instanceof HTMLElement && target.closest('button, a') !== null;
