/** The keys of the counter: whatever is typed goes to the field, Escape is the next person, Ctrl+Enter the order. */

import { type RefObject, useEffect, useEffectEvent } from 'react';

interface Keys {
  field: RefObject<HTMLInputElement | null>;
  onEscape: () => void;
  onGo: () => void;
}

export function useKeys({ field, onEscape, onGo }: Keys) {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    // A dialog over the counter has the keys to itself.
    if (event.isComposing || document.querySelector('[role="dialog"], .ant-popover:not(.ant-popover-hidden)')) return;
    if (event.key === 'Escape') onEscape();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onGo();
    else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      if (!isInput(event.target)) field.current?.focus();
      return;
    } else return;
    event.preventDefault();
  });
  useEffect(() => {
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}

const isInput = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');
